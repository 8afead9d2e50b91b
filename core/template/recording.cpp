#include "template/recording.hpp"

#include "template/python_text.hpp"

namespace quyche {
namespace {

void add_words(std::string& out, const Recording::Event& event, const TemplatePieces& pieces) {
  if (event.is_literal) {
    out += pieces[event.piece].text;
  } else {
    out += text_of(event.value);
  }
}

}  // namespace

std::string Recording::text() const {
  std::string out;
  for (const auto& event : events_) add_words(out, event, pieces_);
  return out;
}

void Recording::play(TemplateSink& sink) const {
  for (const auto& event : events_) {
    if (event.is_literal) {
      sink.literal(event.piece);
    } else {
      sink.value(event.piece, event.value);
    }
  }
}

void RecordingSink::literal(std::size_t piece) {
  is_plain_ = is_plain_ && !pieces_[piece].has_markup;
  events_.push_back({piece, true, {}});
}

void RecordingSink::value(std::size_t piece, const Value& value) {
  is_plain_ = is_plain_ && !(value.is(Value::Kind::object) && value.as_object()->is_content());
  events_.push_back({piece, false, value});
}

Value RecordingSink::take() {
  if (!is_plain_) {
    return Value::object(std::make_shared<const Recording>(pieces_, std::move(events_)));
  }
  std::string out;
  for (const auto& event : events_) add_words(out, event, pieces_);
  return Value::text(std::move(out));
}

}  // namespace quyche

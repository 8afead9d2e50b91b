#include "compare/redline.hpp"

#include <random>

#include "support/catch.hpp"
#include "support/tracked_document.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

const ChangeMark k_mark{"Trần Thị Ví Dụ", 2019y / 3 / 1};
const std::vector<std::string> k_words{"chi bộ",    "thôn", "họp", "hằng tháng", "báo cáo",
                                       "đảng viên", "<&>",  "7.",  "Điều"};

Block paragraph(const std::string& text) {
  Block block;
  block.runs = {{"", text.substr(0, text.size() / 2)}, {"<w:b/>", text.substr(text.size() / 2)}};
  std::erase_if(block.runs, [](const TextRun& run) { return run.text.empty(); });
  block.text = text;
  return block;
}

Block table(const std::vector<Lines>& rows) {
  Block block;
  block.is_table = true;
  for (const auto& cells : rows) {
    TableRow row;
    for (const auto& text : cells) {
      row.cells.push_back({"", {paragraph(text)}});
      row.text += text + "\x1F";
    }
    block.text += row.text + "\n";
    block.rows.push_back(std::move(row));
  }
  return block;
}

class Author {
 public:
  explicit Author(unsigned seed) : random_(seed) {}

  std::vector<Block> write() {
    std::vector<Block> blocks;
    for (unsigned i = pick(12); i > 0; --i) blocks.push_back(block());
    return blocks;
  }

  std::vector<Block> edit(std::vector<Block> blocks) {
    for (unsigned i = pick(5) + 1; i > 0; --i) edit_once(blocks);
    return blocks;
  }

 private:
  unsigned pick(std::size_t count) { return static_cast<unsigned>(random_() % count); }

  std::string sentence() {
    std::string text;
    for (unsigned i = pick(9); i > 0; --i) text += k_words[pick(k_words.size())] + " ";
    return text;
  }

  Block block() {
    if (pick(6) > 0) return paragraph(sentence());
    std::vector<Lines> rows(pick(3) + 1);
    for (auto& row : rows) row = {sentence(), sentence()};
    return table(rows);
  }

  void edit_once(std::vector<Block>& blocks) {
    const auto at = static_cast<std::ptrdiff_t>(pick(blocks.size() + 1));
    const bool past = at == static_cast<std::ptrdiff_t>(blocks.size());
    switch (pick(4)) {
      case 0:
        blocks.insert(blocks.begin() + at, block());
        break;
      case 1:
        if (!past) blocks.erase(blocks.begin() + at);
        break;
      case 2:
        if (!past && !blocks[pick(blocks.size())].is_table)
          blocks[static_cast<std::size_t>(at)] = block();
        break;
      default:
        if (!past) std::swap(blocks[static_cast<std::size_t>(at)], blocks[pick(blocks.size())]);
    }
  }

  std::mt19937 random_;
};

Lines lines_of(const std::vector<Block>& blocks) {
  Lines lines;
  for (const auto& block : blocks) {
    if (!block.is_table) lines.push_back(block.text);
    for (const auto& row : block.rows) {
      for (const auto& cell : row.cells) lines.push_back(cell.blocks.front().text);
    }
  }
  return lines;
}

std::string redline(const std::vector<Block>& before, const std::vector<Block>& after) {
  WordBlocks old_text;
  WordBlocks new_text;
  old_text.blocks = before;
  new_text.blocks = after;
  return word_document(redline_body(old_text, new_text, k_mark));
}

/// The paragraph that ends a body in a table is no text.
Lines without_end(Lines lines, bool added) {
  if (added) lines.pop_back();
  return lines;
}

}  // namespace

TEST_CASE("accepting all changes gives the new text, rejecting all the old one", "[compare]") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Author author(seed);
    const auto before = author.write();
    const auto after = author.edit(before);
    const auto ends_in_table = [](const auto& blocks) {
      return blocks.empty() || blocks.back().is_table;
    };
    const bool added = ends_in_table(before) || ends_in_table(after);
    const auto document = redline(before, after);
    INFO("seed " << seed << "\n" << document);
    REQUIRE(without_end(settled_paragraphs(document, Decision::accept), added) == lines_of(after));
    REQUIRE(without_end(settled_paragraphs(document, Decision::reject), added) == lines_of(before));
  }
}

TEST_CASE("a redline marks words with author and day and keeps the rest plain", "[compare]") {
  Block before;
  before.runs = {{"", "Họp hằng tháng."}};
  before.text = "Họp hằng tháng.";
  Block after;
  after.runs = {{"", "Họp hằng quý."}};
  after.text = "Họp hằng quý.";
  WordBlocks old_text;
  WordBlocks new_text;
  old_text.blocks = {before};
  new_text.blocks = {after};
  CHECK(redline_body(old_text, new_text, k_mark) ==
        "<w:p><w:pPr></w:pPr><w:r><w:t xml:space=\"preserve\">Họp hằng </w:t></w:r>"
        "<w:del w:id=\"1\" w:author=\"Trần Thị Ví Dụ\" w:date=\"2019-03-01T00:00:00Z\"><w:r>"
        "<w:delText xml:space=\"preserve\">tháng</w:delText></w:r></w:del>"
        "<w:ins w:id=\"2\" w:author=\"Trần Thị Ví Dụ\" w:date=\"2019-03-01T00:00:00Z\"><w:r>"
        "<w:t xml:space=\"preserve\">quý</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space=\"preserve\">.</w:t></w:r></w:p>");
}

TEST_CASE("pending changes are read as accepted, and that is said", "[compare]") {
  const std::string xml =
      "<w:document "
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
      "<w:p><w:r><w:t>Họp </w:t></w:r><w:del "
      "w:id=\"1\"><w:r><w:delText>tháng</w:delText></w:r></w:del>"
      "<w:ins w:id=\"2\"><w:r><w:t>quý</w:t></w:r></w:ins></w:p></w:body></w:document>";
  const auto blocks = read_word_blocks(xml, {}, "quy-che.docx");
  CHECK(blocks.has_changes);
  CHECK(text_of(blocks.blocks) == "Họp quý\n");
}

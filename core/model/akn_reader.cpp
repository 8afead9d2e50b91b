#include "model/akn_reader.hpp"

#include <map>

#include "base/text.hpp"
#include "model/akn_metadata.hpp"
#include "model/names.hpp"

namespace quyche {
namespace {

/// White space of the source folds to one space; none at the ends of a paragraph.
void append_words(Inlines& line, std::string_view raw) {
  std::string words;
  for (const char c : normalise(raw)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      words += c;
    } else if (words.empty() ? !line.empty() : words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.empty()) return;
  if (!line.empty() && line.back().kind == Inline::Kind::text) {
    if (line.back().value.ends_with(' ') && words.front() == ' ') words.erase(0, 1);
    line.back().value += words;
  } else {
    line.push_back({Inline::Kind::text, std::move(words), {}, {}});
  }
}

void append_inlines(Inlines& line, pugi::xml_node parent) {
  for (const auto node : parent.children()) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      append_words(line, node.value());
      continue;
    }
    if (node.type() != pugi::node_element) continue;
    Inline item;
    item.form = node.attribute("q:form").value();
    if (const auto field = node.attribute("q:field")) {
      item.kind = Inline::Kind::field;
      item.value = field.value();
      line.push_back(std::move(item));
    } else if (const auto term = node.attribute("q:term")) {
      item.kind = Inline::Kind::term;
      item.value = term.value();
      item.shown = squeeze(normalise(node.text().get()));
      line.push_back(std::move(item));
    } else if (const auto target = node.attribute("q:target")) {
      item.kind = Inline::Kind::reference;
      item.value = target.value();
      item.shown = squeeze(normalise(node.text().get()));
      line.push_back(std::move(item));
    } else {
      append_inlines(line, node);
    }
  }
}

Inlines read_line(pugi::xml_node paragraph) {
  Inlines line;
  append_inlines(line, paragraph);
  if (!line.empty() && line.back().kind == Inline::Kind::text) {
    auto& words = line.back().value;
    while (words.ends_with(' ')) words.pop_back();
    if (words.empty()) line.pop_back();
  }
  return line;
}

std::vector<Origin> read_origins(const XmlDocument& document, pugi::xml_node element,
                                 Diagnostics& found) {
  std::vector<Origin> origins;
  std::string_view rest = element.attribute("q:origin").value();
  while (!rest.empty()) {
    const auto semicolon = rest.find(';');
    const auto one = squeeze(rest.substr(0, semicolon));
    rest = semicolon == std::string_view::npos ? std::string_view{} : rest.substr(semicolon + 1);
    std::vector<std::string> words(1);
    for (const char c : one) {
      if (c == ' ' && words.size() < 4) {
        words.emplace_back();
      } else {
        words.back() += c;
      }
    }
    const auto act = value_of(k_act_names, words.front());
    const auto level = words.size() > 1 ? value_of(k_level_names, words[1]) : std::nullopt;
    if (!act || !level || words.size() < 4) {
      report(found, document, element, {"akn.bad-value", {"q:origin", one}});
      continue;
    }
    origins.push_back({*act, *level, words[2], words[3]});
  }
  return origins;
}

/// The paragraphs of a cell, in one line.
Inlines read_cell(pugi::xml_node cell) {
  Inlines line;
  for (const auto paragraph : cell.children()) {
    if (!line.empty()) line.push_back({Inline::Kind::text, " ", {}, {}});
    for (auto& item : read_line(paragraph)) line.push_back(std::move(item));
  }
  return line;
}

void read_table(pugi::xml_node table, Provision& provision) {
  provision.kind = ProvisionKind::table;
  for (const auto row : table.children()) {
    if (local_name(row) != "tr") continue;
    auto& cells = provision.rows.emplace_back();
    for (const auto cell : row.children()) {
      if (cell.type() == pugi::node_element) cells.push_back(read_cell(cell));
    }
  }
}

/// intro or content: its paragraphs. More than one paragraph: the further ones become unnumbered
/// children.
void read_content(pugi::xml_node content, Provision& provision) {
  bool first = true;
  for (const auto node : content.children()) {
    if (local_name(node) == "table") {
      read_table(node, provision);
    } else if (node.type() == pugi::node_element && first) {
      provision.text = read_line(node);
      first = false;
    } else if (node.type() == pugi::node_element) {
      Provision more;
      more.text = read_line(node);
      more.id = provision.id + ".text_" + std::to_string(provision.children.size() + 1);
      provision.children.push_back(std::move(more));
    }
  }
}

std::optional<ProvisionKind> kind_of(pugi::xml_node element) {
  return value_of(k_element_names, local_name(element));
}

void read_children(const XmlDocument& document, pugi::xml_node element, Provision& provision,
                   Diagnostics& found) {
  for (const auto node : element.children()) {
    const auto name = local_name(node);
    if (node.type() != pugi::node_element || name == "num") continue;
    if (name == "heading") {
      provision.heading = read_line(node);
    } else if (name == "intro" || name == "content") {
      read_content(node, provision);
    } else if (name == "list") {
      read_children(document, node, provision, found);
    } else if (kind_of(node)) {
      provision.children.push_back(read_provision(document, node, found));
    } else {
      report(found, document, node, {"akn.unknown-element", {std::string(name)}});
    }
  }
}

/// The element that carries `id` for the time number `count` below `top`.
pugi::xml_node element_with_id(pugi::xml_node top, const std::string& id, int count) {
  return top.find_node([&](pugi::xml_node node) {
    const auto stable = node.attribute("wId");
    return (stable ? stable : node.attribute("eId")).value() == id && --count == 0;
  });
}

void check_ids(const XmlDocument& document, pugi::xml_node body,
               const std::vector<Provision>& provisions, std::map<std::string, int>& seen,
               Diagnostics& found) {
  for (const auto& provision : provisions) {
    // One without id has been reported where it stands.
    const int count = provision.id.empty() ? 1 : ++seen[provision.id];
    if (count > 1) {
      report(found, document, element_with_id(body, provision.id, count),
             {"akn.duplicate-id", {provision.id}});
    }
    check_ids(document, body, provision.children, seen, found);
  }
}

pugi::xml_node find_descendant(pugi::xml_node top, std::string_view name) {
  return top.find_node([&](pugi::xml_node node) { return local_name(node) == name; });
}

}  // namespace

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Provision read_provision(const XmlDocument& document, pugi::xml_node element, Diagnostics& found) {
  Provision provision;
  const auto kind = kind_of(element);
  if (!kind) {
    report(found, document, element, {"akn.unknown-element", {std::string(local_name(element))}});
    return provision;
  }
  provision.kind = *kind;
  provision.id = element.attribute("wId").value();
  if (provision.id.empty()) provision.id = element.attribute("eId").value();
  if (provision.id.empty()) {
    report(found, document, element, {"akn.missing-id", {std::string(local_name(element))}});
  }
  provision.mandatory = element.attribute("q:mandatory").as_bool();
  provision.optional = element.attribute("q:optional").as_bool();
  provision.when = condition_of(document, element, "q:when", found);
  provision.origins = read_origins(document, element, found);
  read_children(document, element, provision, found);
  return provision;
}

Regulation read_regulation(std::string bytes, const std::string& file) {
  const XmlDocument document(std::move(bytes), file, XmlSpace::mixed);
  Diagnostics found;
  Regulation regulation;
  const auto metadata = find_descendant(document.root(), "regulation");
  const auto body = find_descendant(document.root(), "body");
  if (local_name(document.root()) != "akomaNtoso" || !metadata || !body) {
    report(found, document, document.root(),
           {"akn.not-a-regulation", {std::string(local_name(document.root()))}});
    throw Error(found.findings());
  }
  read_metadata(document, metadata, regulation, found);
  for (const auto node : body.children()) {
    if (node.type() == pugi::node_element) {
      regulation.body.push_back(read_provision(document, node, found));
    }
  }
  std::map<std::string, int> seen;
  check_ids(document, body, regulation.body, seen, found);
  found.throw_if_errors();
  return regulation;
}

}  // namespace quyche

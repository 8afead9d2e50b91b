#include "cli/register_report.hpp"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/language.hpp"
#include "cli/report.hpp"
#include "quyche/engine.hpp"

namespace quyche::cli {
namespace {

constexpr std::size_t k_bar = 20;
constexpr std::size_t k_findings_shown = 20;
constexpr std::size_t k_number_width = 9;

std::size_t shown_width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::string left(const std::string& text, std::size_t width) {
  const auto wide = shown_width(text);
  return wide < width ? text + std::string(width - wide, ' ') : text;
}

std::string right(const std::string& text, std::size_t width) {
  const auto wide = shown_width(text);
  return wide < width ? std::string(width - wide, ' ') + text : text;
}

std::string rate(const AdoptionLine& line) {
  return line.total == 0 ? "–" : show_rate(line.issued, line.total, english());
}

std::string bar(const AdoptionLine& line) {
  const auto full = line.total == 0 ? 0 : k_bar * line.issued / line.total;
  std::string out;
  for (std::size_t i = 0; i < k_bar; ++i) out += i < full ? "█" : "░";
  return out;
}

nlohmann::ordered_json line_json(const AdoptionLine& line) {
  return {{"code", line.code},     {"name", line.name},         {"total", line.total},
          {"issued", line.issued}, {"drafting", line.drafting}, {"not_started", line.not_started},
          {"rate", rate(line)}};
}

nlohmann::ordered_json notices_json(const std::vector<CellNotice>& notices) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& notice : notices) {
    list.push_back({{"id", notice.id},
                    {"cell", notice.cell},
                    {"commune", notice.commune},
                    {"district", notice.district},
                    {"state", notice.state},
                    {"choices", notice.choices}});
  }
  return list;
}

void print_line(const AdoptionLine& line, const std::string& name, std::size_t width) {
  std::cout << left(name, width) << right(number(line.total), k_number_width)
            << right(number(line.issued), k_number_width)
            << right(number(line.total - line.issued), k_number_width) << right(rate(line), 10)
            << "  " << bar(line) << "\n";
}

std::string place_of(const CellNotice& notice) {
  return notice.district.empty() ? notice.commune : notice.commune + ", " + notice.district;
}

void print_notices(const Adoption& adoption) {
  if (!adoption.outstanding.empty()) {
    std::cout << "\n" << words("cli.outstanding", {number(adoption.outstanding.size())}) << "\n";
  }
  for (const auto& notice : adoption.outstanding) {
    std::cout << "  • " << notice.cell << " – " << place_of(notice) << " ("
              << words("state." + notice.state) << ")\n";
  }
  if (!adoption.undecided.empty()) {
    std::cout << "\n" << words("cli.undecided", {number(adoption.undecided.size())}) << "\n";
  }
  for (const auto& notice : adoption.undecided) {
    std::string choices;
    for (const auto& choice : notice.choices) choices += (choices.empty() ? "" : " / ") + choice;
    std::cout << "  • " << notice.cell << " – " << place_of(notice) << " ["
              << words("cli.record-number", {notice.id}) << "] → "
              << (choices.empty() ? "?" : choices) << "\n";
  }
  if (!adoption.undecided.empty()) std::cout << words("cli.settle-hint") << "\n";
}

}  // namespace

void print_adoption(const Adoption& adoption, bool json) {
  if (json) {
    auto lines = nlohmann::ordered_json::array();
    for (const auto& line : adoption.lines) lines.push_back(line_json(line));
    const nlohmann::ordered_json out{{"day", show_day(adoption.day)},
                                     {"lines", std::move(lines)},
                                     {"total", line_json(adoption.total)},
                                     {"outstanding", notices_json(adoption.outstanding)},
                                     {"undecided", notices_json(adoption.undecided)}};
    std::cout << out.dump(2) << "\n";
    return;
  }
  std::cout << words("cli.adoption-title", {show_day(adoption.day)}) << "\n\n";
  const auto total = words("cli.adoption-total");
  auto width = std::max(shown_width(total), shown_width(words("cli.adoption-unit")));
  for (const auto& line : adoption.lines) width = std::max(width, shown_width(line.name));
  std::cout << left(words("cli.adoption-unit"), width)
            << right(words("cli.adoption-cells"), k_number_width)
            << right(words("cli.adoption-issued"), k_number_width)
            << right(words("cli.adoption-open"), k_number_width)
            << right(words("cli.adoption-rate"), 10) << "\n";
  for (const auto& line : adoption.lines) print_line(line, line.name, width);
  print_line(adoption.total, total, width);
  print_notices(adoption);
}

void print_history(const std::vector<HistoryEntry>& entries, bool json) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& entry : entries) {
    list.push_back({{"number", entry.number},
                    {"time", entry.time},
                    {"author", entry.author},
                    {"kind", entry.kind},
                    {"source", entry.source},
                    {"rows", entry.rows},
                    {"undone", entry.undone}});
    if (json) continue;
    std::cout << entry.time << "  " << left(entry.author, 12)
              << left(words("history." + entry.kind), 16) << right(number(entry.rows), 8) << "  "
              << entry.source << (entry.undone ? " (" + words("history.undone") + ")" : "") << "\n";
  }
  if (json) std::cout << list.dump(2) << "\n";
}

void print_attachments(const std::vector<AttachmentEntry>& entries, bool json) {
  constexpr std::size_t k_hash_shown = 12;
  auto list = nlohmann::ordered_json::array();
  for (const auto& entry : entries) {
    list.push_back({{"number", entry.number},
                    {"record", entry.record},
                    {"table", entry.table},
                    {"cell", entry.cell},
                    {"file", entry.file_name},
                    {"size", entry.size},
                    {"sha256", entry.hash},
                    {"note", entry.note},
                    {"time", entry.time},
                    {"author", entry.author}});
    if (json) continue;
    const auto owner = words("table." + entry.table) + " " + entry.record + ", " + entry.cell;
    std::cout << left(entry.number, k_number_width) << entry.file_name
              << (entry.note.empty() ? "" : " – " + entry.note) << "\n"
              << std::string(k_number_width, ' ')
              << words("cli.attachment", {owner, number(entry.size), entry.time, entry.author,
                                          entry.hash.substr(0, k_hash_shown)})
              << "\n";
  }
  if (json) {
    std::cout << list.dump(2) << "\n";
  } else if (entries.empty()) {
    std::cout << words("cli.no-attachments") << "\n";
  }
}

void print_register_result(const RegisterResult& result, const std::string& code, bool json,
                           bool dry_run) {
  if (json) {
    auto changes = nlohmann::ordered_json::object();
    for (const auto& change : result.changes) {
      changes[change.table] = {
          {"added", change.added}, {"changed", change.changed}, {"removed", change.removed}};
    }
    auto findings = nlohmann::ordered_json::array();
    for (const auto& finding : result.findings) {
      findings.push_back(
          {{"code", finding.message.code}, {"text", show_finding(finding, english())}});
    }
    const nlohmann::ordered_json out{{"rows", result.rows},   {"failed", result.failed},
                                     {"dry_run", dry_run},    {"changes", std::move(changes)},
                                     {"files", result.files}, {"findings", std::move(findings)}};
    std::cout << out.dump(2) << "\n";
    return;
  }
  const auto& all = result.findings;
  const auto shown = std::min(all.size(), k_findings_shown);
  print_findings({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown)});
  if (shown < all.size()) {
    std::cerr << words("cli.more-findings", {number(all.size() - shown)}) << "\n";
  }
  if (dry_run) std::cout << words("cli.dry-run") << "\n";
  std::string files;
  for (const auto& file : result.files) files += (files.empty() ? "" : ", ") + file;
  std::cout << done_words(code, {number(result.rows - result.failed), number(result.failed), files},
                          dry_run)
            << "\n";
  for (const auto& change : result.changes) {
    std::cout << "  " << left(words("table." + change.table), 28)
              << words("cli.table-change",
                       {number(change.added), number(change.changed), number(change.removed)})
              << "\n";
  }
}

}  // namespace quyche::cli

#include "support/sample_regulation.hpp"

#include <initializer_list>
#include <string>

namespace quyche::sample {
namespace {

using namespace std::chrono_literals;

Inline text(const std::string& words) { return {Inline::Kind::text, words, {}, {}}; }
Inline term(const std::string& name, const std::string& words) {
  return {Inline::Kind::term, name, words, {}};
}
Inline reference(const std::string& id, const std::string& words) {
  return {Inline::Kind::reference, id, words, {}};
}
Inline blank(const std::string& name, const std::string& form = {}) {
  return {Inline::Kind::field, name, {}, form};
}

Field field(const std::string& name, const std::string& label, FieldType type, Level level) {
  Field result;
  result.name = name;
  result.label = label;
  result.type = type;
  result.level = level;
  return result;
}

Provision provision(ProvisionKind kind, const std::string& number, const Inlines& heading,
                    const Inlines& words) {
  Provision result;
  result.kind = kind;
  result.number = number;
  result.heading = heading;
  result.text = words;
  return result;
}
Provision with(Provision parent, std::initializer_list<Provision> children) {
  parent.children = children;
  return parent;
}
Provision when(Provision result, const std::string& name, const std::string& value, bool negated) {
  result.when = Condition{name, value, negated};
  return result;
}
Provision chapter(const std::string& number, const std::string& title) {
  return provision(ProvisionKind::chapter, number, {text(title)}, {});
}
Provision article(const std::string& number, const std::string& title, const Inlines& words = {}) {
  return provision(ProvisionKind::article, number, {text(title)}, words);
}
Provision clause(const std::string& number, const Inlines& words) {
  return provision(ProvisionKind::clause, number, {}, words);
}
Provision point(const std::string& number, const Inlines& words) {
  return provision(ProvisionKind::point, number, {}, words);
}

std::vector<Field> fields() {
  auto model = field("leadership_model", "Mô hình lãnh đạo", FieldType::choice, Level::village);
  model.choices = {{"separate", "hai người giữ hai chức danh"},
                   {"concurrent", "Bí thư Chi bộ đồng thời là Trưởng khu phố"}};
  auto cycle = field("meeting_cycle", "Kỳ giao ban", FieldType::choice, Level::village);
  cycle.choices = {
      {"weekly", "hằng tuần"}, {"fortnightly", "hai tuần một lần"}, {"monthly", "hằng tháng"}};
  return {
      field("commune_name", "Tên xã", FieldType::text, Level::commune),
      field("place", "Địa danh", FieldType::text, Level::document),
      field("number", "Số văn bản", FieldType::text, Level::document),
      field("issue_date", "Ngày ban hành", FieldType::date, Level::document),
      field("village_name", "Tên khu phố", FieldType::text, Level::village),
      field("adoption_ref", "Nghị quyết của chi bộ", FieldType::citation, Level::village),
      field("adoption_date", "Ngày thông qua", FieldType::date, Level::village),
      field("member_count", "Số đảng viên", FieldType::integer, Level::village),
      field("has_committee", "Chi bộ có chi ủy", FieldType::boolean, Level::village),
      model,
      cycle,
      field("secretary", "Họ tên Bí thư", FieldType::person, Level::village),
      field("village_head", "Họ tên Trưởng khu phố", FieldType::person, Level::village),
  };
}

std::vector<Basis> bases() {
  Basis statute;
  statute.id = "statute";
  statute.type = "Điều lệ";
  statute.title = "Đảng Cộng sản Việt Nam";
  Basis decision;
  decision.id = "decision";
  decision.type = "Quyết định";
  decision.number = "901/QĐ-UBND";
  decision.date = 2018y / 2 / 5;
  decision.issuer = "Ủy ban nhân dân tỉnh Bình Minh";
  decision.title = "về phối hợp công tác ở khu dân cư";
  Basis concurrent;
  concurrent.id = "scheme";
  concurrent.type = "Đề án";
  concurrent.number = "04-ĐA/TU";
  concurrent.issuer = "Tỉnh ủy Bình Minh";
  concurrent.when = Condition{"leadership_model", "concurrent", false};
  Basis resolution;
  resolution.id = "resolution";
  resolution.field = "adoption_ref";
  return {statute, decision, concurrent, resolution};
}

Provision table() {
  Provision result = provision(ProvisionKind::table, {}, {}, {});
  result.rows = {{{text("STT")}, {text("Nội dung")}, {text("Thời gian")}, {text("Người chủ trì")}},
                 {{text("1")},
                  {text("Giao ban công tác tuần, thống nhất việc cần làm ngay")},
                  {blank("meeting_cycle")},
                  {text("Bí thư Chi bộ")}},
                 {{text("2")},
                  {text("Hội ý trước khi họp "), term("village", "khu phố")},
                  {text("3 ngày trước cuộc họp")},
                  {text("Trưởng "), term("village", "khu phố")}}};
  return result;
}

std::vector<Provision> body() {
  const auto quarter = term("village", "khu phố");
  Provision titled = provision(ProvisionKind::clause, "3", {text("Thông tin cho nhau")},
                               {text("Hai bên báo cho nhau việc nảy sinh trong ngày.")});
  const auto long_article = with(
      article("2", "Nguyên tắc phối hợp"),
      {with(clause("1", {text("Việc phối hợp theo các nguyên tắc sau đây:")}),
            {point("a", {text("Chi bộ lãnh đạo, Trưởng "), quarter, text(" điều hành tự quản;")}),
             point("b",
                   {text("Không làm thay việc của nhau & không né tránh việc khó < hay > dễ;")}),
             point("đ", {text("Bàn trước, quyết sau, nói và làm như nhau.")})}),
       clause("2", {text("Khi ý kiến khác nhau, thực hiện theo "),
                    reference("decide", "khoản 1 Điều 3"), text(" Quy chế này.")}),
       titled});
  return {
      with(chapter("I", "Quy định chung"),
           {article(
                "1", "Phạm vi điều chỉnh và đối tượng áp dụng",
                {text("Quy chế này quy định việc phối hợp công tác giữa Bí thư Chi bộ và Trưởng "),
                 quarter, text(" "), blank("village_name"), text("; áp dụng cho "),
                 blank("member_count"), text(" đảng viên của Chi bộ và nhân dân trong "), quarter,
                 text(".")}),
            long_article}),
      with(chapter("II", "Nội dung phối hợp"),
           {with(article("3", "Hội ý, giao ban"),
                 {clause("1", {text("Bí thư Chi bộ và Trưởng "), quarter, text(" "),
                               blank("village_name", "upper"), text(" giao ban "),
                               blank("meeting_cycle"), text("; chi bộ có chi ủy: "),
                               blank("has_committee"), text(".")}),
                  when(clause("2", {text("Bí thư "), blank("secretary"), text(" và Trưởng "),
                                    quarter, text(" "), blank("village_head"),
                                    text(" hội ý trước mỗi cuộc họp của "), quarter, text(".")}),
                       "leadership_model", "separate", false),
                  when(clause("2", {text("Bí thư Chi bộ đồng thời là Trưởng "), quarter,
                                    text(" đưa nội dung ra chi ủy trước mỗi cuộc họp.")}),
                       "leadership_model", "separate", true)}),
            with(article("4", "Hiệu lực thi hành"),
                 {clause("1", {text("Quy chế này được Chi bộ thông qua ngày "),
                               blank("adoption_date"), text(".")}),
                  clause("2", {text("Quy chế có hiệu lực kể từ ngày ký.")})})}),
      with(provision(ProvisionKind::appendix, "I", {text("Lịch giao ban")},
                     {text("Kèm theo Quy chế của Chi bộ "), quarter, text(" "),
                      blank("village_name"), text(".")}),
           {table()}),
  };
}

Frame frame() {
  const auto quarter = term("village", "khu phố");
  Frame result;
  result.superior = {text("Đảng bộ phường "), blank("commune_name")};
  result.issuer = {text("Chi bộ "), quarter, text(" "), blank("village_name")};
  result.symbol = "QC/CB";
  result.type_name = {text("Quy chế")};
  result.titles = {
      {{text("phối hợp công tác giữa Bí thư Chi bộ và Trưởng "), quarter, text(" "),
        blank("village_name")},
       Condition{"leadership_model", "separate", false}},
      {{text("làm việc của Chi bộ và Ban lãnh đạo "), quarter, text(" "), blank("village_name")},
       std::nullopt}};
  const Signature cell{{text("T/M CHI BỘ")}, {text("BÍ THƯ")}, "secretary"};
  const Signature head{{}, {text("Trưởng "), quarter}, "village_head"};
  result.sign_modes = {{"cell_only", {cell}, {}, {}, {}, {}},
                       {"co_signed", {head, cell}, {}, {}, {}, {}}};
  result.recipients = {{text("Đảng ủy phường (để báo cáo)")},
                       {text("Ủy ban nhân dân phường")},
                       {text("Các đồng chí đảng viên")},
                       {text("Lưu Chi bộ")}};
  return result;
}

bool is_out(const std::optional<Condition>& when, const Values& values) {
  if (!when || !values.contains(when->field)) return false;
  return (values.find(when->field)->second == when->value) == when->negated;
}

template <typename Items>
void settle(Items& items, const Values& values) {
  std::erase_if(items, [&](const auto& item) { return is_out(item.when, values); });
  for (auto& item : items) {
    if (item.when && values.contains(item.when->field)) item.when.reset();
  }
}

void settle_all(std::vector<Provision>& list, const Values& values) {
  settle(list, values);
  for (auto& item : list) settle_all(item.children, values);
}

}  // namespace

LocalRegulation open_regulation() {
  LocalRegulation result;
  result.text.id = "binh-minh/quy-che-phoi-hop";
  result.text.version = "2018.1";
  result.text.author = "Ban Tổ chức Tỉnh ủy Bình Minh";
  result.text.notice = "Văn bản minh họa; địa danh, tên người và nội dung là hư cấu.";
  result.text.fields = fields();
  result.text.bases = bases();
  result.text.frame = frame();
  result.text.body = body();
  result.jurisdiction.day = 2018y / 6 / 5;
  Unit commune;
  commune.code = "00017";
  commune.type = "phường";
  commune.name = "Hồng Hà";
  result.jurisdiction.commune = commune;
  result.district_id = "binh_minh";
  result.district_version = "1.0";
  result.values = {{"commune_name", "Hồng Hà"}, {"place", "Hồng Hà"}};
  result.settled = {"commune_name", "place"};
  result.sign_mode = "cell_only";
  return result;
}

Values village_values() {
  return {{"number", "01"},
          {"issue_date", "2018-06-05"},
          {"village_name", "Phan Đình Phùng"},
          {"adoption_ref", "Nghị quyết số 12-NQ/CB, ngày 01/6/2018 của Chi bộ"},
          {"adoption_date", "2018-06-01"},
          {"member_count", "24"},
          {"has_committee", "true"},
          {"leadership_model", "separate"},
          {"meeting_cycle", "weekly"},
          {"secretary", "Nguyễn Văn Mẫu"},
          {"village_head", "Trần Thị Ví Dụ"}};
}

LocalRegulation with_values(LocalRegulation regulation, const Values& values) {
  for (const auto& [name, value] : values) regulation.values[name] = value;
  auto& titles = regulation.text.frame.titles;
  settle(titles, regulation.values);
  settle(regulation.text.bases, regulation.values);
  settle_all(regulation.text.body, regulation.values);
  return regulation;
}

LocalRegulation state_regulation() {
  auto result = open_regulation();
  auto& frame = result.text.frame;
  frame.family = "state";
  frame.superior = {text("Ủy ban nhân dân thành phố Bình Minh")};
  frame.issuer = {text("Ủy ban nhân dân phường "), blank("commune_name")};
  frame.symbol = "QC-UBND";
  frame.sign_modes = {{"commune_issued",
                       {{{text("TM. ỦY BAN NHÂN DÂN")}, {text("CHỦ TỊCH")}, "village_head"}},
                       {},
                       {},
                       {},
                       {}}};
  frame.recipients = {{text("Như Điều 4")}, {text("Lưu: VT")}};
  result.sign_mode = "commune_issued";
  result.jurisdiction.day = 2021y / 3 / 9;
  return result;
}

}  // namespace quyche::sample

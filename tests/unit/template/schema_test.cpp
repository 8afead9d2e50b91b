#include "template/schema.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "template/json_text.hpp"
#include "template/plain_template.hpp"

using namespace quyche;

namespace {

TemplateSchema schema_of(const std::string& text) {
  const PlainTemplate compiled(text, "mau.txt");
  const std::array programs{&compiled.program()};
  return infer_schema(programs);
}

/// One line a place: "name: kinds presence", items as [], free keys as *.
void outline(const SchemaNode& node, const std::string& path, std::string& out) {
  constexpr std::array k_presence{" optional", " conditional", ""};
  const auto line = [&](const std::string& at, const SchemaNode& of) {
    out += at + ": " + kind_word(of) + k_presence.at(static_cast<std::size_t>(of.presence)) + '\n';
    outline(of, at, out);
  };
  for (const auto& [name, field] : node.fields)
    line(path.empty() ? name : path + '.' + name, *field);
  if (node.item != nullptr) line(path + "[]", *node.item);
  if (node.entry != nullptr) line(path + ".*", *node.entry);
}

std::string outline(const std::string& text) {
  std::string out;
  outline(*schema_of(text).root, {}, out);
  return out;
}

std::string checked(const std::string& text, const std::string& data) {
  return shown(
      check_data(*schema_of(text).root, value_from_json(data, "dulieu.json"), "dulieu.json"));
}

}  // namespace

TEST_CASE("a schema knows objects, lists and single values by their use", "[template]") {
  CHECK(outline("{{ name }}") == "name: string, number\n");
  CHECK(outline("{{ chair.name|upper }} {{ chair['phone'] }}") ==
        "chair: mapping\nchair.name: string, number\nchair.phone: string, number\n");
  CHECK(outline("{% for m in members %}{{ loop.index }} {{ m.name }}{% endfor %}") ==
        "members: list\nmembers[]: mapping\nmembers[].name: string, number\n");
  CHECK(outline("{% for k, v in rows.items() %}{{ k }}{{ v.total + 1 }}{% endfor %}") ==
        "rows: mapping\nrows.*: mapping\nrows.*.total: number\n");
  CHECK(outline("{{ day|long_date }} {{ count + 1 }} {{ n|words }} {{ p|percent(all) }}") ==
        "day: date\ncount: number\nn: integer\np: integer\nall: integer\n");
  CHECK(outline("{{ title.split(',') }}{{ 'Số ' + sign }}{{ a < 3 }}{{ b > 'x' }}") ==
        "title: string\nsign: string\na: number\nb: string\n");
}

TEST_CASE("a schema follows lists through filters", "[template]") {
  CHECK(outline("{{ xs|map(attribute='a.b')|join(', ') }}") ==
        "xs: list\nxs[]: mapping\nxs[].a: mapping\nxs[].a.b: string, number\n");
  CHECK(outline("{% for g, people in xs|groupby('cell') %}{{ g }}{% for p in people|sort("
                "attribute='name') %}{{ p.age|int }}{% endfor %}{% endfor %}") ==
        "xs: list\nxs[]: mapping\nxs[].cell: string\nxs[].name: string\n"
        "xs[].age: string, number\n");
  CHECK(outline("{{ xs|sum(attribute='n') }} {{ ys|selectattr('on')|list|length }}") ==
        "xs: list\nxs[]: mapping\nxs[].n: number\nys: list\nys[]: mapping, none\n"
        "ys[].on: any optional\n");
  CHECK(
      outline("{% for row in xs|batch(2) %}{% for x in row %}{{ x.t }}{% endfor %}{% endfor %}") ==
      "xs: list\nxs[]: mapping\nxs[].t: string, number\n");
  CHECK(outline("{{ (xs|first).name }} {{ ys[1] }}") ==
        "xs: list\nxs[]: mapping\nxs[].name: string, number\nys: list\nys[]: string, number\n");
}

TEST_CASE("what default and defined guard is optional", "[template]") {
  CHECK(outline("{{ a|default('-') }}{{ b.c|default(0) + 1 }}") ==
        "a: string, number optional\nb: mapping, none optional\nb.c: number optional\n");
  CHECK(outline("{% if a is defined %}{{ a.b }}{% endif %}") ==
        "a: mapping optional\na.b: string, number conditional\n");
  CHECK(outline("{% if a is not defined %}-{% else %}{{ a }}{% endif %}") ==
        "a: string, number optional\n");
  CHECK(outline("{{ a if a is defined else b }}") ==
        "a: string, number optional\nb: string, number conditional\n");
  CHECK(outline("{% if a is defined and a > 3 %}x{% endif %}") == "a: number optional\n");
  CHECK(outline("{% if a|default(false) %}{{ a.b }}{% endif %}") ==
        "a: mapping, none optional\na.b: string, number conditional\n");
  CHECK(outline("{{ a|default('-') }}{{ a }}") == "a: string, number\n");
}

TEST_CASE("what a condition guards may be empty", "[template]") {
  CHECK(outline("{% if married %}{{ spouse }}{% endif %}") ==
        "married: any\nspouse: string, number conditional\n");
  CHECK(outline("{% if chair %}{{ chair.name }}{% endif %}") ==
        "chair: mapping, none\nchair.name: string, number conditional\n");
  CHECK(outline("{% if x is string %}{{ x|truncate(9) }}{% else %}{{ x|join }}{% endif %}") ==
        "x: any\nx[]: string, number conditional\n");
}

TEST_CASE("names that the template sets are no data", "[template]") {
  CHECK(outline("{% set a = b %}{{ a.c }}") == "b: mapping\nb.c: string, number\n");
  CHECK(outline("{% with a = b %}{{ a + 1 }}{% endwith %}{{ a }}") ==
        "b: number\na: string, number\n");
  CHECK(outline("{% set ns = namespace(n=0) %}{% for x in xs %}{% set ns.n = ns.n + x %}"
                "{% endfor %}{{ ns.n }}") == "xs: list\nxs[]: number\n");
  CHECK(
      outline("{% macro m(p, t='-') %}{{ p.name }}{{ t }}{{ unit }}{% endmacro %}{{ m(chair) }}") ==
      "chair: mapping\nchair.name: string, number\nunit: string, number\n");
  CHECK(outline("{% macro each(xs) %}{% for x in xs %}{{ caller(x) }}{% endfor %}{% endmacro %}"
                "{% call(p) each(people) %}{{ p.name }}{% endcall %}") ==
        "people: list\npeople[]: mapping\npeople[].name: string, number\n");
  CHECK(outline("{% if c %}{% set t = 'x' %}{% endif %}{{ t }}") == "c: any\nt: string, number\n");
  CHECK(outline("{% if c %}{% set t = 'x' %}{% else %}{% set t = 'y' %}{% endif %}{{ t }}") ==
        "c: any\n");
  CHECK(outline("{% for i in range(n) %}{{ i }}{% endfor %}") == "n: integer\n");
}

TEST_CASE("a schema says where each value is used", "[template]") {
  const auto schema = schema_of("Kính gửi {{ chair.name }}\nNơi nhận: {{ chair.name }}");
  const auto& name = *schema.root->find("chair")->find("name");
  REQUIRE(name.uses.size() == 2);
  CHECK(shown({{Severity::note, {"schema.unused", {"x"}}, name.uses[1], {}}}) ==
        "mau.txt › dòng 2\n"
        "lưu ý: mẫu không dùng «x» [schema.unused]\n"
        "  Nơi nhận: {{ chair.name }}\n"
        "                     ^~~~");
}

TEST_CASE("uses that contradict each other are found", "[template]") {
  const auto schema = schema_of("{{ x|upper }}\n{% for i in x %}{{ i }}{% endfor %}");
  CHECK(shown(schema.findings) ==
        "mau.txt › dòng 2\n"
        "cảnh báo: «x» ở đây cần kiểu danh sách, ở chỗ khác lại cần kiểu chữ hoặc số "
        "[schema.conflict]\n"
        "  {% for i in x %}{{ i }}{% endfor %}\n"
        "              ^  không dữ liệu nào vừa cả hai; dùng hai tên khác nhau");
}

TEST_CASE("branches that are never used are found", "[template]") {
  const auto schema = schema_of("{% if 1 %}a{% endif %}\n{{ 'a' if false else 'b' }}");
  CHECK(shown(schema.findings) ==
        "mau.txt › dòng 1\n"
        "cảnh báo: điều kiện này luôn đúng; nhánh khác không bao giờ được dùng "
        "[schema.always-true]\n"
        "  {% if 1 %}a{% endif %}\n"
        "        ^\n"
        "mau.txt › dòng 2\n"
        "cảnh báo: điều kiện này không bao giờ đúng [schema.never-true]\n"
        "  {{ 'a' if false else 'b' }}\n"
        "            ^~~~~");
}

TEST_CASE("a schema is written as JSON Schema", "[template]") {
  const auto schema = schema_of(
      "{{ tên_chi_bộ }} {{ ngày|long_date }} {{ tổng / số_phiếu }} {{ ghi_chú|default('') }}"
      "{% for m in members %}{{ m.name|upper }}{% endfor %}{{ members[0].name }}");
  CHECK(json_schema(*schema.root, "Biên bản") == R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Biên bản",
  "type": "object",
  "properties": {
    "tên_chi_bộ": {
      "title": "Tên chi bộ",
      "description": "Dùng ở dòng hoặc đoạn: 1.",
      "type": [
        "string",
        "number"
      ]
    },
    "ngày": {
      "title": "Ngày",
      "description": "Dùng ở dòng hoặc đoạn: 1.",
      "type": "string",
      "format": "date"
    },
    "tổng": {
      "title": "Tổng",
      "description": "Dùng ở dòng hoặc đoạn: 1.",
      "type": "number",
      "minimum": -1000000000000000,
      "maximum": 1000000000000000
    },
    "số_phiếu": {
      "title": "Số phiếu",
      "description": "Dùng ở dòng hoặc đoạn: 1.",
      "type": "number",
      "minimum": -1000000000000000,
      "maximum": 1000000000000000,
      "not": {
        "const": 0
      }
    },
    "ghi_chú": {
      "title": "Ghi chú",
      "description": "Dùng ở dòng hoặc đoạn: 1.",
      "type": [
        "string",
        "number"
      ]
    },
    "members": {
      "title": "Members",
      "description": "Dùng ở dòng hoặc đoạn: 1.",
      "type": "array",
      "minItems": 1,
      "items": {
        "description": "Dùng ở dòng hoặc đoạn: 1.",
        "type": "object",
        "properties": {
          "name": {
            "title": "Name",
            "description": "Dùng ở dòng hoặc đoạn: 1.",
            "type": [
              "string",
              "number"
            ]
          }
        },
        "required": [
          "name"
        ]
      }
    }
  },
  "required": [
    "tên_chi_bộ",
    "ngày",
    "tổng",
    "số_phiếu",
    "members"
  ]
}
)");
}

TEST_CASE("data is checked against a schema with every finding at once", "[template]") {
  const std::string text =
      "{{ chair.name }}{{ day|long_date }}{% for m in members %}{{ m.age + 1 }}{% endfor %}"
      "{{ members[1].age }}{% if late %}{{ reason }}{% endif %}{{ total / count }}"
      "{{ n|roman }}{{ note|default('') }}";
  CHECK(checked(text, R"({"chair": {"nmae": "Lê Thị Mẫu"}, "day": "31/2/2026",
      "members": [{"age": "x"}], "late": true, "total": 5, "count": 0, "n": 5000, "extra": 1})") ==
        "dulieu.json › mục chair.name\n"
        "lỗi: thiếu «chair.name» (kiểu chữ hoặc số) [schema.missing]\n"
        "  → dữ liệu có «nmae» không dùng đến: có phải là nó không?\n"
        "dulieu.json › mục chair.nmae\n"
        "lưu ý: mẫu không dùng «chair.nmae» [schema.unused]\n"
        "  → có phải «name»?\n"
        "dulieu.json › mục day\n"
        "lỗi: «31/2/2026» không phải một ngày có thật [template.not-a-date]\n"
        "  → viết ngày/tháng/năm hoặc năm-tháng-ngày\n"
        "dulieu.json › mục members\n"
        "lỗi: danh sách «members» cần ít nhất 2 phần tử, ở đây có 1 [schema.too-few]\n"
        "dulieu.json › mục members[0].age\n"
        "lỗi: «members[0].age» phải là kiểu số, ở đây là chữ [schema.wrong-kind]\n"
        "dulieu.json › mục reason\n"
        "cảnh báo: thiếu «reason» (kiểu chữ hoặc số); chỉ cần khi điều kiện trong mẫu xảy ra "
        "[schema.missing-if]\n"
        "dulieu.json › mục count\n"
        "lỗi: «count» là số chia nên không được bằng 0 [schema.zero-divisor]\n"
        "dulieu.json › mục n\n"
        "lỗi: «n» không được quá 3999, ở đây là 5000 [schema.too-large]\n"
        "dulieu.json › mục extra\n"
        "lưu ý: mẫu không dùng «extra» [schema.unused]");
  CHECK(checked(text, R"({"chair": {"name": "Lê Thị Mẫu"}, "day": "3/2/2026",
      "members": [{"age": 1}, {"age": 2}], "late": false, "reason": "mưa", "total": 5, "count": 2,
      "n": 4})") == "");
}

TEST_CASE("text fits where a filter reads the number in it", "[template]") {
  const std::string filters =
      "{{ a|number }}{{ b|money }}{{ c|words }}{{ d|two_digits }}{{ e|roman }}{{ a }}";
  CHECK(checked(filters, R"({"a": "1.039", "b": "-5", "c": "12", "d": "7", "e": "4"})").empty());
  CHECK(checked(filters, R"({"a": "1,5", "b": 1, "c": "mười", "d": 7, "e": "4000"})") ==
        "dulieu.json › mục a\nlỗi: «a» phải là kiểu số, ở đây là chữ [schema.wrong-kind]\n"
        "dulieu.json › mục c\nlỗi: «c» phải là kiểu số nguyên, ở đây là chữ [schema.wrong-kind]\n"
        "dulieu.json › mục e\nlỗi: «e» không được quá 3999, ở đây là 4000 [schema.too-large]");
  CHECK(checked("{{ a|number }}{{ a + 1 }}", R"({"a": "12"})") ==
        "dulieu.json › mục a\nlỗi: «a» phải là kiểu số, ở đây là chữ [schema.wrong-kind]");
}

TEST_CASE("an empty text fits where nothing fits", "[template]") {
  CHECK(checked("{% if a %}{{ a|long_date }}{% endif %}{% if b %}{{ b + 1 }}{% endif %}",
                R"({"a": "", "b": ""})")
            .empty());
  CHECK(checked("{{ a|long_date }}", R"({"a": ""})") ==
        "dulieu.json › mục a\nlỗi: «» không phải một ngày có thật [template.not-a-date]\n"
        "  → viết ngày/tháng/năm hoặc năm-tháng-ngày");
}

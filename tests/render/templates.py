"""Word templates, made with python-docx, that quyche and docxtpl must render alike. Each is a function that returns
the document; its data stands with it in CASES. All names are invented."""

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from rendering import add_table, document

PEOPLE = [{"ten": "Đặng Văn Mẫu", "tuoi": 41, "viec": ["họp", "ghi biên bản"]},
          {"ten": "Lê Thị Thử", "tuoi": 36, "viec": []},
          {"ten": "Phạm Văn Ví Dụ", "tuoi": 58, "viec": ["thu quỹ"]}]
DATA = {"ten": "Chi bộ thôn Mẫu", "so": 12, "tien": 1234.5, "co": True, "khong": False, "rong": "", "ds": [1, 2, 3],
        "nguoi": PEOPLE, "d": {"a": 1, "b": "hai", "c": {"x": "sâu"}}, "chu": "thôn mẫu", "cot": ["Quý I", "Quý II"],
        "hang": [{"nhan": "Thu", "so": [1, 2]}, {"nhan": "Chi", "so": [3, 4]}], "none": None}


def runs(*texts):
    """A paragraph of runs; a text in a tuple is set bold."""
    made = docx.Document()
    paragraph = made.add_paragraph()
    for text in texts:
        run = paragraph.add_run(text if isinstance(text, str) else text[0])
        run.bold = not isinstance(text, str)
    return made


def every_character(text):
    made = docx.Document()
    paragraph = made.add_paragraph()
    for number, letter in enumerate(text):
        paragraph.add_run(letter).italic = number % 2 == 0
    return made


def header_and_footer():
    made = document("Thân: {{ ten }}")
    made.sections[0].header.paragraphs[0].text = "Đầu trang {{ ten|upper }}"
    made.sections[0].footer.paragraphs[0].text = "Trang {% if co %}có{% else %}không{% endif %} số {{ so }}"
    return made


def header_table():
    made = document("Thân")
    table = made.sections[0].header.add_table(1, 2, docx.shared.Cm(10))
    table.cell(0, 0).text = "{{ ten }}"
    table.cell(0, 1).text = "{% for x in ds %}{{ x }};{% endfor %}"
    return made


def styled():
    made = docx.Document()
    style = made.styles.add_style("Nhấn", WD_STYLE_TYPE.CHARACTER)
    style.font.size = Pt(20)
    paragraph = made.add_paragraph("Trước ", style="List Bullet")
    paragraph.add_run("{{ ten }}", style="Nhấn")
    paragraph.add_run(" sau")
    return made


def nested_table():
    made = docx.Document()
    table = add_table(made, [["{{ ten }}", ""]])
    add_table(table.cell(0, 1), [["{{ so }}", "{{ d.b }}"]])
    return made


def nested_row_tags():
    made = docx.Document()
    table = add_table(made, [["{%tr for h in hang %}", ""], ["{{ h.nhan }}", ""], ["{%tr endfor %}", ""]])
    add_table(table.cell(1, 1), [["Trong {{ h.nhan }}"]])
    return made


def paragraph_loop(*inside):
    return document("{%p for n in nguoi %}", *inside, "{%p endfor %}")


def row_loop(*cells, loop="for n in nguoi"):
    width = len(cells)
    return document([["Đầu"] * width, ["{%tr " + loop + " %}"] + [""] * (width - 1), list(cells),
                     ["{%tr endfor %}"] + [""] * (width - 1), ["Cuối"] * width])


# Name → the template.
CASES = {
    "a value": lambda: document("Kính gửi {{ ten }}."),
    "several values in a paragraph": lambda: document("{{ ten }}, số {{ so }}, {{ tien }} đồng"),
    "an empty value": lambda: document("[{{ rong }}]"),
    "None prints as Python does": lambda: document("{{ none }} {{ co }} {{ ds }} {{ d }}"),
    "attributes and items": lambda: document("{{ d.a }} {{ d['b'] }} {{ d.c.x }} {{ ds[0] }} {{ ds[-1] }} {{ ds[1:] }}"),
    "arithmetic": lambda: document("{{ so + 1 }} {{ so - 1 }} {{ so * 2 }} {{ so / 5 }} {{ so // 5 }} {{ so % 5 }} {{ so ** 2 }}"),
    "joining with a tilde": lambda: document("{{ ten ~ ' số ' ~ so }}"),
    "a choice": lambda: document("{{ 'có' if co else 'không' }} {{ 'có' if khong else 'không' }}"),
    "comparisons": lambda: document("{{ so > 3 }} {{ so == 12 }} {{ so != 12 }} {{ 2 in ds }} {{ 9 not in ds }} {{ co and khong }}"),
    "tests": lambda: document("{{ so is even }} {{ ten is string }} {{ x is defined }} {{ none is none }} {{ ds is iterable }}"),
    "filters of text": lambda: document("{{ chu|upper }} {{ ten|lower }} {{ chu|title }} {{ chu|capitalize }} {{ ten|replace('thôn', 'khu') }}"),
    "filters of lists": lambda: document("{{ ds|join(', ') }} {{ ds|length }} {{ ds|sum }} {{ ds|first }} {{ ds|last }} {{ ds|reverse|list }}"),
    "filters with attributes": lambda: document("{{ nguoi|map(attribute='ten')|join('; ') }} {{ nguoi|sum(attribute='tuoi') }} {{ (nguoi|sort(attribute='tuoi')|first).ten }}"),
    "a default": lambda: document("{{ thieu|default('chưa có') }} {{ thieu|d('x') }} {{ rong|default('trống', true) }}"),
    "numbers rounded and formatted": lambda: document("{{ tien|round(0) }} {{ '%.2f'|format(tien) }} {{ tien|int }} {{ so|float }}"),
    "methods": lambda: document("{{ ten.upper() }} {{ ten.split(' ')[0] }} {{ d.keys()|list }} {{ d.get('z', 'không') }} {{ 'a-b'.replace('-', '+') }}"),
    "an inline condition": lambda: document("A {% if co %}đúng{% endif %} B {% if khong %}sai{% else %}khác{% endif %} C"),
    "elif": lambda: document("{% if so < 5 %}nhỏ{% elif so < 20 %}vừa{% else %}lớn{% endif %}"),
    "an inline loop": lambda: document("{% for x in ds %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}."),
    "an inline loop with else": lambda: document("{% for x in [] %}{{ x }}{% else %}không có gì{% endfor %}"),
    "loop variables": lambda: document("{% for x in ds %}{{ loop.index }}/{{ loop.length }} {{ loop.index0 }} {{ loop.revindex }} {{ loop.first }} {{ loop.last }}; {% endfor %}"),
    "a loop over items": lambda: document("{% for k, v in d.items() %}{{ k }}={{ v }} {% endfor %}"),
    "a loop with a condition": lambda: document("{% for n in nguoi if n.tuoi > 40 %}{{ n.ten }} {% endfor %}"),
    "a loop over a range": lambda: document("{% for i in range(3) %}{{ i }}{% endfor %}{% for i in range(1, 9, 3) %}{{ i }}{% endfor %}"),
    "cycle": lambda: document("{% for x in ds %}{{ loop.cycle('chẵn', 'lẻ') }} {% endfor %}"),
    "set": lambda: document("{% set t = so * 2 %}Gấp đôi: {{ t }}"),
    "a set block": lambda: document("{% set t %}số {{ so }}{% endset %}{{ t|upper }}"),
    "a namespace": lambda: document("{% set ns = namespace(t=0) %}{% for x in ds %}{% set ns.t = ns.t + x %}{% endfor %}{{ ns.t }}"),
    "with": lambda: document("{% with a = so %}{{ a + 1 }}{% endwith %}"),
    "a macro": lambda: document("{% macro ho_ten(n) %}ông {{ n.ten }}{% endmacro %}{{ ho_ten(nguoi[0]) }}, {{ ho_ten(nguoi[2]) }}"),
    "a filter block": lambda: document("{% filter upper %}chữ {{ ten }}{% endfilter %}"),
    "a comment inside words": lambda: document("trước{# ghi chú #}sau"),
    "printed braces": lambda: document("{_{ ten }_} {_% if %_}"),
    "raw": lambda: document("{% raw %}{{ ten }}{% endraw %} {{ so }}"),
    "paragraphs of a loop": lambda: paragraph_loop("{{ loop.index }}. {{ n.ten }}", "    {{ n.tuoi }} tuổi"),
    "paragraphs of nested loops": lambda: paragraph_loop("{{ n.ten }}", "{%p for v in n.viec %}", "- {{ v }}", "{%p endfor %}"),
    "paragraphs of a condition": lambda: document("Đầu", "{%p if co %}", "Có", "{%p endif %}", "{%p if khong %}", "Không", "{%p else %}", "Khác", "{%p endif %}", "Cuối"),
    "a paragraph with a set": lambda: document("{%p set x = so %}", "{{ x }}"),
    "a paragraph comment": lambda: document("Đầu", "{#p ghi chú cho người sửa mẫu #}", "Cuối"),
    "rows of a loop": lambda: row_loop("{{ loop.index }}", "{{ n.ten }}", "{{ n.tuoi }}"),
    "rows of nested loops": lambda: document([["{%tr for n in nguoi %}", ""], ["{{ n.ten }}", "tất cả"], ["{%tr for v in n.viec %}", ""],
                                              ["{{ n.ten }}", "{{ v }}"], ["{%tr endfor %}", ""], ["{%tr endfor %}", ""]]),
    "rows of a condition": lambda: document([["{%tr if khong %}"], ["ẩn"], ["{%tr else %}"], ["hiện"], ["{%tr endif %}"]]),
    "a row comment": lambda: document([["a"], ["{#tr bỏ hàng này #}"], ["b"]]),
    "cells of a loop": lambda: document([["Nhãn", "{%tc for c in cot %}", "{{ c }}", "{%tc endfor %}"]]),
    "cells and rows of loops": lambda: document([["", "{%tc for c in cot %}", "{{ c }}", "{%tc endfor %}"], ["{%tr for h in hang %}", "", "", ""],
                                                 ["{{ h.nhan }}", "{%tc for s in h.so %}", "{{ s }}", "{%tc endfor %}"], ["{%tr endfor %}", "", "", ""]]),
    "cells of a condition": lambda: document([["a", "{%tc if khong %}", "ẩn", "{%tc endif %}", "b"]]),
    "a condition in a cell": lambda: row_loop("{% if n.tuoi > 40 %}lớn{% else %}trẻ{% endif %}", "{{ n.ten }}"),
    "a loop in a cell": lambda: row_loop("{% for v in n.viec %}{{ v }}; {% endfor %}", "{{ n.ten }}"),
    "paragraphs of a loop in a cell": lambda: cell_paragraphs(),
    "a table in a cell": nested_table,
    "rows of a loop with a table in a cell": nested_row_tags,
    "a tag over two runs": lambda: runs("Gửi {{ t", ("en }} ở",), " đây"),
    "a tag over many runs": lambda: runs("{", ("{",), " ten", (" }",), "} xong"),
    "a statement over runs": lambda: runs("{% if", (" co %}có",), "{% en", ("dif %}",)),
    "a run for every character": lambda: every_character("A {{ ten }} B {% if co %}c{% endif %} D"),
    "curly quotation marks": lambda: document("{{ ten|replace(‘thôn’, “khu phố”) }}"),
    "a header and a footer": header_and_footer,
    "a table in the header": header_table,
    "styles": styled,
    "run tags": lambda: document("a {%r if co %}b{%r else %}c{%r endif %} d"),
    "white space kept": lambda: document("  {{ so }}   {{ so }}  "),
    "a word joined to the paragraph before": lambda: document("Một", "{%- if co %}, hai{% endif %}"),
    "quotes and apostrophes": lambda: document("{{ \"a'b\" }} {{ 'c' }}"),
    "line breaks and tabs in a value": lambda: document("[{{ nhieu }}] sau"),
    "paragraphs in a value": lambda: document("[{{ doan }}] sau"),
}


def cell_paragraphs():
    made = document([["x", "đầu"]])
    cell = made.tables[0].cell(0, 1)
    for text in ("{%p for x in ds %}", "{{ x }}", "{%p endfor %}", "cuối"):
        cell.add_paragraph(text)
    return made


DATA["nhieu"] = "một\nhai\tba"
DATA["doan"] = "một\ahai\fba"

"""Writes three regulations as clerks type them, for the import tests: plain.docx (numbers typed),
automatic.docx (numbers by Word), clerk.docx (mixed separators, soft line breaks, tabs, tables, an
appendix). Villages and people are invented. Usage: make_word_regulations.py FOLDER
"""

import pathlib
import sys

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

CENTER = WD_ALIGN_PARAGRAPH.CENTER


def line(document, text, bold=False, align=None, style=None):
    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(text)
    run.bold = bold
    if align is not None:
        paragraph.alignment = align
    return paragraph


def cell_lines(cell, lines):
    """(text, bold) a paragraph; the cell's own first paragraph is used."""
    for index, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.alignment = CENTER
        paragraph.add_run(text).bold = bold


def heading(document, left, right):
    table = document.add_table(rows=1, cols=2)
    cell_lines(table.cell(0, 0), left)
    cell_lines(table.cell(0, 1), right)


def plain():
    document = Document()
    heading(document,
            [("ĐẢNG BỘ XÃ AN MẪU", False), ("CHI BỘ THÔN MẪU", True), ("*", False),
             ("Số 01-QC/CB", False)],
            [("ĐẢNG CỘNG SẢN VIỆT NAM", True), ("An Mẫu, ngày 05 tháng 6 năm 2018", False)])
    line(document, "QUY CHẾ", True, CENTER)
    line(document, "phối hợp công tác giữa Bí thư Chi bộ và Trưởng thôn Mẫu", True, CENTER)
    line(document, "-----", False, CENTER)
    for text in ["- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
                 "- Căn cứ Quyết định số 2128/QĐ-UBND ngày 11 tháng 12 năm 2012 của Ủy ban nhân dân "
                 "tỉnh Hưng Yên ban hành Quy chế tổ chức và hoạt động của thôn, tổ dân phố;",
                 "- Căn cứ Đề án số 04 – ĐA/TU của Ban Thường vụ Tỉnh ủy."]:
        line(document, text)
    line(document, "Chương I", True, CENTER)
    line(document, "QUY ĐỊNH CHUNG", True, CENTER)
    line(document, "Điều 1. Phạm vi điều chỉnh", True)
    line(document, "Quy chế này quy định việc phối hợp giữa Bí thư Chi bộ và Trưởng thôn.")
    line(document, "Điều 2. Nguyên tắc phối hợp", True)
    line(document, "1. Tôn trọng, đoàn kết, chủ động bàn bạc.")
    line(document, "2. Giải quyết công việc kịp thời, gồm:")
    line(document, "a) Việc đã ghi trong nghị quyết;")
    line(document, "b) Việc phát sinh theo khoản 1 Điều này;")
    line(document, "c) Việc khác theo Điều 9 Điều lệ Đảng.")
    line(document, "Chương II", True, CENTER)
    line(document, "TRÁCH NHIỆM CỦA MỖI BÊN", True, CENTER)
    line(document, "Mục 1. Bí thư Chi bộ", True, CENTER)
    line(document, "Điều 3. Trách nhiệm của Bí thư Chi bộ", True)
    line(document, "1. Chủ trì việc nêu tại khoản 2 Điều 2.")
    line(document, "2. Phân công cấp ủy viên theo điểm b khoản 2 Điều 2 và Chương I.")
    line(document, "Mục 2. Trưởng thôn", True, CENTER)
    line(document, "Điều 4. Trách nhiệm của Trưởng thôn", True)
    line(document, "Trưởng thôn báo cáo Chi bộ trước ngày 25 hằng tháng./.")
    table = document.add_table(rows=1, cols=2)
    cell_lines(table.cell(0, 0), [("Nơi nhận", False), ("- Đảng ủy xã (để báo cáo),", False),
                                  ("- Ủy ban nhân dân xã,", False), ("- Lưu Chi bộ.", False)])
    cell_lines(table.cell(0, 1), [("T/M CHI BỘ", True), ("BÍ THƯ", False), ("", False),
                                  ("Nguyễn Văn Mẫu", True)])
    return document


def numbering(document, levels):
    """Adds a list with (format, text) levels; returns a function that numbers a paragraph."""
    root = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (kind, text) in enumerate(levels))
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{body}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def numbered(paragraph, level):
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                                    '<w:numId w:val="90"/></w:numPr>'))
        return paragraph

    return numbered


def automatic():
    document = Document()
    line(document, "CHI BỘ KHU PHỐ MẪU", True, CENTER)
    line(document, "QUY CHẾ", True, CENTER)
    line(document, "phối hợp công tác", True, CENTER)
    numbered = numbering(document, [("upperRoman", "Chương %1"), ("decimal", "Điều %2."),
                                    ("decimal", "%3."), ("lowerLetter", "%4)")])
    # Articles run through the chapters.
    article = document.part.numbering_part.element.find(qn("w:abstractNum")).findall(qn("w:lvl"))[1]
    article.insert(2, parse_xml(f'<w:lvlRestart {nsdecls("w")} w:val="0"/>'))
    numbered(line(document, "QUY ĐỊNH CHUNG", True, CENTER), 0)
    numbered(line(document, "Phạm vi điều chỉnh", True), 1)
    numbered(line(document, "Quy chế này áp dụng cho khu phố Mẫu."), 2)
    numbered(line(document, "Các việc phối hợp:"), 2)
    for text in ["kinh tế;", "văn hóa;", "an ninh trật tự;", "dân vận;", "đơn thư;", "việc khác."]:
        numbered(line(document, text), 3)
    numbered(line(document, "Nguyên tắc", True), 1)
    numbered(line(document, "Kịp thời, theo điểm e khoản 2 Điều 1."), 2)
    numbered(line(document, "TỔ CHỨC THỰC HIỆN", True, CENTER), 0)
    numbered(line(document, "Hiệu lực", True), 1)
    line(document, "Quy chế có hiệu lực từ ngày ký.")
    return document


def soft(paragraph, *texts, bold=False):
    for index, text in enumerate(texts):
        run = paragraph.add_run(text)
        run.bold = bold
        if index + 1 < len(texts):
            run.add_break(WD_BREAK.LINE)
    return paragraph


def clerk():
    document = Document()
    line(document, "ĐẢNG BỘ XÃ AN MẪU\tĐẢNG CỘNG SẢN VIỆT NAM")
    line(document, "CHI BỘ THÔN MẪU\tAn Mẫu, ngày …… tháng …… năm 2018")
    line(document, "Số: ……-QC/CB")
    soft(line(document, "", align=CENTER), "QUY CHẾ", "phối hợp giữa Bí thư Chi bộ và Trưởng thôn",
         bold=True)
    line(document, "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10/11/2022 của Quốc hội;")
    line(document, "Căn cứ tình hình thực tế của thôn;")
    soft(line(document, "", align=CENTER), "CHƯƠNG 1.", "NHỮNG QUY ĐỊNH CHUNG", bold=True)
    line(document, "Điều\u00a01: Phạm vi", True)
    line(document, "1- Quy chế áp dụng cho thôn [Tên thôn], xã [Tên xã].")
    line(document, "2)\u00a0Bí thư là đồng chí …………, Trưởng thôn [Tên thôn] là ông (bà) ________.")
    soft(document.add_paragraph(), "3. Nội dung phối hợp:", "a. Kinh tế;", "b. Văn hóa;",
         "c. Xã hội;", "d. An ninh;", "đ. Việc khác.")
    line(document, "2018. là năm bắt đầu thực hiện.")
    line(document, "Điều 2: Chế độ họp", True)
    line(document, "\t1.\tHọp mỗi tháng một lần;")
    line(document, "\t\t- vào ngày 25;")
    line(document, "\t\t- tại nhà văn hóa thôn;")
    line(document, "\t2.\tHọp bất thường khi cần theo khoản 5 Điều 1.")
    line(document, "Điều 4: Phân công", True)
    line(document, "Bảng phân công:")
    table = document.add_table(rows=3, cols=3)
    for row, texts in enumerate([["STT", "Việc", "Người làm"], ["1", "Chuẩn bị", "Trưởng thôn"],
                                 ["2", "Chủ trì", "Bí thư"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    line(document, "Nơi nhận:\tT/M CHI BỘ")
    line(document, "- Đảng ủy xã;\tBÍ THƯ")
    line(document, "- Lưu.\t………………")
    line(document, "PHỤ LỤC", True, CENTER)
    line(document, "DANH SÁCH TỔ DÂN VẬN", True, CENTER)
    line(document, "(Kèm theo Quy chế)")
    line(document, "1. Tổ trưởng: Bí thư.")
    line(document, "2. Tổ phó: Trưởng thôn.")
    return document


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (plain, automatic, clerk):
        make().save(folder / f"{make.__name__}.docx")


if __name__ == "__main__":
    main()

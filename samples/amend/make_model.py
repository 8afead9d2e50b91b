#!/usr/bin/python3
"""The model of 2019: that of 2018 with a few changes, each written here. Invented, like the model itself.

    samples/amend/make_model.py OLD.akn.xml NEW.akn.xml
"""
import pathlib
import sys

CHANGES = [
    # Version and day.
    ('version="2018.1" date="2018-06-01"', 'version="2019.1" date="2019-06-01"'),
    # Reworded in two places of one sentence.
    ('tổ chức thu gom rác thải, tổng vệ sinh định kỳ',
     'tổ chức phân loại, thu gom rác thải tại nguồn, tổng vệ sinh định kỳ'),
    ('người cao tuổi, trẻ em; vận động', 'người cao tuổi, trẻ em, người khuyết tật; vận động'),
    ('Trong thời hạn 15 ngày kể từ ngày ban hành, Quy chế được phổ biến tại hội nghị chi bộ,',
     'Trong thời hạn 12 ngày kể từ ngày ban hành, Quy chế được phổ biến tại hội nghị chi bộ,'),
    # A title.
    ('<heading>Kinh phí, cơ sở vật chất</heading>', '<heading>Kinh phí và cơ sở vật chất</heading>'),
    # A new point before the last one.
    ('            <point eId="art_6__para_3__point_đ" wId="prepare_meeting.content.proposals">',
     '''            <point eId="art_6__para_3__point_new" wId="prepare_meeting.content.digital">
              <num/>
              <content><p>Việc đưa thông tin, số liệu của <inline name="term" q:term="village">thôn</inline> lên môi trường số;</p></content>
            </point>
            <point eId="art_6__para_3__point_đ" wId="prepare_meeting.content.proposals">'''),
    # A clause goes.
    ('''          <paragraph eId="art_15__para_2" wId="funding.facilities">''', None),
]


def without(text, start):
    begin = text.index(start)
    end = text.index('</paragraph>\n', begin) + len('</paragraph>\n')
    return text[:begin] + text[end:]


def main():
    old, new = map(pathlib.Path, sys.argv[1:])
    text = old.read_text(encoding='utf-8')
    for before, after in CHANGES:
        if text.count(before) != 1:
            sys.exit(f'{text.count(before)} times: {before}')
        text = without(text, before) if after is None else text.replace(before, after)
    new.parent.mkdir(parents=True, exist_ok=True)
    new.write_text(text, encoding='utf-8')


if __name__ == '__main__':
    main()

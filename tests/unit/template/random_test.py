"""Random templates beside the real Jinja2: whatever it renders, we render alike, and what it refuses we refuse. Left out of
the grammar is what differs on purpose (differences.tsv), `tojson` (Jinja2 marks its text as safe, which shows when it is
joined with others) and `filter length` (its blocks expect a text)."""

import json
import random
import re
import unittest

from differential_test import jinja2, ours

COUNT = 4000
SEED = 1039
DATA = {"n": 7, "z": 0, "m": -3, "f": 2.5, "g": 0.1, "s": "Nguyễn Văn Mẫu", "t": "chi bộ  thôn", "e": "", "yes": True,
        "no": False, "nil": None, "l": [3, 1, 2], "w": ["b", "a", "Đ", "ă"], "el": [], "d": {"a": 1, "b": "hai", "c": [1, 2]},
        "ed": {}, "ll": [[1, 2], [3, 4], [5]],
        "p": [{"ten": "An", "tuoi": 40, "to": 1}, {"ten": "Bình", "tuoi": 35, "to": 2}, {"ten": "Ân", "tuoi": 40, "to": 1}]}

# Forms of each kind: <kind> stands for one of that kind, «a;b» for one of these, § for a hyphen or nothing.
GRAMMAR = {
    "number": ["n", "z", "m", "f", "g", "0", "1", "2", "3", "12", "1.5", "0.25", "1e3", "2.0", "d['a']",
               "(<number> «+;-;*;//;%;/» <number>)", "(-<number>)", "(<number> ** «0;1;2;3»)", "<list>|length", "<text>|length",
               "(<number>)|abs", "(<number>)|round(«0;1;2»)", "(<number>)|round(1, «'floor';'ceil';'common'»)", "(<number>)|int",
               "(<number>)|float", "<numbers>|sum", "(<number> if <truth> else <number>)",
               "<numbers>|«first;last;max;min»|default(0)", "<text>|int", "<text>|float(1.5)", "p[«0;1;-1;-2»].tuoi"],
    "text": ["s", "t", "e", "d.b", "'abc'", "'Đảng uỷ'", "'a,b;c'", "''", "' x '", "'1039'", "'12.5'", "'A1b'",
             "'ab-cd'", "(<text> ~ <any>)", "(<text> + <text>)", "(<text> * «0;1;2»)",
             "<text>|«upper;lower;title;capitalize;trim;string;reverse»", "<text>|replace(<text>, <text>)",
             "<list>|join(«', ';'-';''»)", "<text>[«;1;-2;2»:«;3;-1»]", "(<text>)[«;1»:«;5»:«2;-1;1»]",
             "<text>|truncate(«1;5;9;12», «true;false», '…')", "<text>|default(<text>, true)",
             "(<text>).«upper;lower;strip;title;capitalize;lstrip;rstrip»()", "(<text>).split(«;',';' '»)|join('|')",
             "(<text> if <truth> else <text>)", "'%s-%s'|format(<any>, <text>)", "'{}/{}'.format(<number>, <text>)",
             "<any>|string", "<text>|indent(2)", "<text>|wordwrap(«1;3;5;8», «true;false», '/', «true;false»)"],
    "numbers": ["l", "el", "d.c", "[]", "[<number>, <number>]", "[2, <number>, 1]", "range(«-1;0;3;6»)|list",
                "range(«0;1;3», «2;5;9», «1;2;-1»)|list", "<numbers>|sort", "<numbers>|sort(reverse=true)",
                "<numbers>|unique|list", "<numbers>|reverse|list", "p|map(attribute=«'tuoi';'to'»)|list",
                "<numbers>|«select;reject»(«'odd';'even';'number'»)|list", "<numbers>|«select;reject»(«'gt';'lt'», 2)|list",
                "<numbers>|select('divisibleby', 3)|list", "(<numbers> + <numbers>)", "(<numbers>)[«;1;-2»:«;2;-1»]",
                "<numbers>|map('abs')|list"],
    "list": ["<numbers>", "w", "ll", "p", "el", "<text>|list", "<list>|batch(«1;2;3»)|list", "<list>|batch(2, 0)|list",
             "<list>|slice(«1;2;3»)|list", "<list>|slice(2, 0)|list", "w|sort|list",
             "p|sort(attribute=«'tuoi';'ten';'to,tuoi'», reverse=«true;false»)|list", "p|groupby(«'to';'tuoi'»)|list",
             "p|«selectattr;rejectattr»(«'to';'tuoi'», «'eq';'gt';'lt'», «1;2;40»)|list", "d|dictsort", "d|items|list",
             "<list>|map('string')|list", "w|map(«'upper';'lower';'length'»)|list", "[<any>, <any>]", "ll|sum(start=[])",
             "d.keys()|list", "d.values()|list", "ll|map('sum')|list"],
    "truth": ["yes", "no", "true", "false", "n", "z", "e", "s", "el", "l", "nil", "d", "ed", "(nope is «defined;undefined»)",
              "(<number> «<;>;<=;>=;==;!=» <number>)", "(<text> «==;!=;<;>=» <text>)", "(not <truth>)",
              "(<truth> «and;or» <truth>)", "(<any> «in;not in» <list>)", "(<text> in <text>)", "(1 < <number> < 10)",
              "(<any> is «;not »«string;number;integer;float;none;true;false;boolean;mapping;sequence;iterable;defined»)",
              "(<number> is «odd;even;divisibleby(2);gt(3);eq 2;in [1, 2, 3]»)", "(<any> == <any>)",
              "(<text>).«startswith;endswith»(<text>)", "(«'a';'x'» in d)"],
    "any": ["<number>", "<text>", "<truth>", "<list>"],
    "gap": ["", " ", "a", "\n", " b \n ", "Đ", "- "],
    "step": ["<print>", "<print>", "{%§ if <truth> §%}<body>{%§ endif §%}",
             "{%§ if <truth> §%}<body>{%§ elif <truth> §%}<body>{%§ else §%}<body>{%§ endif §%}",
             "{%§ for i in <list> §%}<body>{{ «i;loop.index;loop.last;loop.revindex0;loop.length;loop.cycle('x', 'y')» }}"
             "{%§ endfor §%}",
             "{%§ for i in <list> §%}{{ «loop.previtem|default('-');loop.nextitem|default('-');loop.changed(i)» }}<body>"
             "{%§ else §%}<body>{%§ endfor §%}",
             "{%§ set v = <any> §%}{{ v }}<body>", "{%§ set v §%}<body>{%§ endset §%}[{{ v }}]{{ v|length }}",
             "{%§ for k, v in d.items() «;if k != 'b'» §%}{{ k }}={{ v }};<body>{%§ endfor §%}",
             "{%§ with v = <any>, u = <number> §%}{{ v }}{{ u }}<body>{%§ endwith §%}",
             "{%§ macro mm(x, y=<any>) §%}<{{ x }},{{ y }}><body>{%§ endmacro §%}{{ mm(<any>) }}{{ mm(<any>, y=<any>) }}",
             "{%§ filter «upper;trim;title;replace('a', 'b');indent(2);capitalize» §%}<body>{%§ endfilter §%}",
             "{%§ set ns = namespace(t=0) §%}{%§ for i in <numbers> §%}{%§ set ns.t = ns.t + i §%}<body>{%§ endfor §%}{{ ns.t }}"],
    "print": ["{{§ <any> §}}"],
    "body": ["<gap><step><gap>", "<gap><step><gap><step><gap>"]}


PART = re.compile("<(" + "|".join(GRAMMAR) + ")>|«([^»]*)»|§")


class Grower:
    """Grows templates from the grammar, so many levels deep and then to an end."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def grow(self, kind, depth):
        forms = GRAMMAR[kind]
        if depth <= 0:
            forms = [form for form in forms if f"<{kind}>" not in form and "<body>" not in form] or forms
            forms = [form for form in forms if "<" not in form] or forms
        return PART.sub(lambda part: self.part(part, depth - 1), self.chance.choice(forms))

    def part(self, part, depth):
        if part[1]:
            return self.grow(part[1], depth)
        return self.chance.choice(["", "", "", "-"] if part[0] == "§" else part[2].split(";"))


def theirs(template):
    try:
        return jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(template).render(DATA)
    except Exception:  # whatever Python raises is a refusal
        return None


@unittest.skipUnless(jinja2, "python3-jinja2 is not installed: nothing to compare with")
class RandomTemplates(unittest.TestCase):
    maxDiff = None

    def test_random_templates_give_the_text_that_jinja2_gives(self):
        grower = Grower(SEED)
        templates = [grower.grow("body", 2) if i % 2 == 0 else "{{ " + grower.grow("any", 3) + " }}" for i in range(COUNT)]
        answers = ours([{"template": template, "data": json.dumps(DATA)} for template in templates])
        rendered = 0
        for template, answer in zip(templates, answers, strict=True):
            wanted = theirs(template)
            rendered += wanted is not None
            with self.subTest(template=template):
                self.assertEqual(wanted, answer.get("text"))
        self.assertGreater(rendered, COUNT * 2 // 3)


if __name__ == "__main__":
    unittest.main()

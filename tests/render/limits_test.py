"""Templates that ask for more than any real one: they end, what is said is short, and it costs little."""

import unittest

import rendering
from rendering import document


class Limits(rendering.Case):
    def test_an_endless_loop_and_deep_recursion_end(self):
        budget = "check loops and repetitions; real templates do not need this much"
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: the template takes more than 50000000 steps [template.too-many-steps]\n'
                          '  {% for i in range(10**12) %}{% endfor %}\n'
                          f'         ^  {budget}'], self.said(document("{% for i in range(10**12) %}{% endfor %}")))
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: the output is larger than 67108864 bytes [template.too-much-output]\n'
                          '  {% for i in range(10**9) %}' + "x" * 69 + '…\n'
                          f'    ^~~~~~~~~~~~~~~~~~~~~~~  {budget}'],
                         self.said(document("{% for i in range(10**9) %}" + "x" * 500 + "{% endfor %}")))
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: calls and blocks nest more than 1000 deep [template.recursion]\n'
                          '  {% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}\n'
                          '                    ^~~~~~  does a macro call itself? Give it a condition to stop'],
                         self.said(document("{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}")))

    def test_many_mistakes_in_one_paragraph_are_counted_and_cost_little(self):
        found = self.said(document("{{ x|khong }}" * 50000))
        self.assertEqual(201, len(found))
        self.assertEqual("note: 49800 more mistakes in this part of the template are not listed [template.more-mistakes]",
                         found[-1])
        self.assertEqual('mau.docx › body › paragraph 1\n'
                         'error: there is no filter "khong" [template.unknown-filter]\n'
                         '  …}{{ x|khong }}{{ x|khong }}{{ x|khong }}{{ x|khong }}{{ x|khong }}{{ x|khong }}{{ x|khong }}'
                         '{{ x…', found[150].rsplit("\n", 1)[0])


if __name__ == "__main__":
    unittest.main()

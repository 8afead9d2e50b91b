#!/usr/bin/env python3
"""Makes cells.csv: the 1,039 village cells of Hưng Yên in 2018, of which 999 have issued.

Communes are the real ones, read from plugins/*/district.xml on the day DAY. How many cells a commune
has, every village name and every person is INVENTED. Nothing is random: each choice is a hash of the
place it is made for, so the same script gives the same bytes, and a change in one commune leaves the
others as they are.

    make_cells.py [FILE]      writes FILE, or cells.csv beside this script
"""

import csv
import datetime
import hashlib
import io
import pathlib
import sys
import typing
import xml.etree.ElementTree as ElementTree

import names

HERE = pathlib.Path(__file__).resolve().parent
PLUGINS = HERE.parents[1] / "plugins"
DISTRICT = "{urn:quyche:district:1}"
DAY = "2018-12-15"

CELLS, DRAFTING = 1039, 40
FEWEST, MOST = 3, 13
TERM = "2017-2020"
FIRST_ISSUE, LAST_ISSUE = datetime.date(2018, 6, 5), datetime.date(2018, 12, 20)
COMMITTEE_FROM = 9  # members: a cell committee (chi ủy) is elected from here on

NOTICE = ("# Dữ liệu mẫu: số chi bộ của từng xã, tên thôn, khu phố và tên người đều là hư cấu. "
          "Sample data: cell counts per commune, village names and people are invented.")
SOURCE = "dữ liệu hư cấu (invented)"
COLUMNS = [
    "commune_code", "village_name", "state", "number", "issue_date",
    "cell_term", "cell_has_committee", "member_count_official", "member_count_probationary",
    "household_count", "leadership_model", "secretary", "deputy_secretary", "village_head",
    "deputy_village_head", "front_head", "team_leader", "team_deputy", "team_member_1",
    "team_member_2", "team_member_3", "team_member_4", "team_member_5",
    "cell_working_rules_ref", "commune_adoption_ref", "coordination_meeting_cycle", "pre_meeting_days",
    "report_cycle", "sign_mode", "source",
]


def draw(*key):
    """A number that looks random and is always the same for the same key."""
    digest = hashlib.sha256("/".join(map(str, key)).encode("utf-8")).digest()
    return int.from_bytes(digest[:8], "big")


def pick(choices, *key):
    return choices[draw(*key) % len(choices)]


def chance(percent, *key):
    return draw(*key) % 100 < percent


class Commune(typing.NamedTuple):
    code: str
    kind: str
    name: str
    given: dict  # values its district suggests to all its communes


def communes():
    """Every commune on DAY, by district code and commune code."""
    found = []
    for file in PLUGINS.glob("*/district.xml"):
        root = ElementTree.parse(file).getroot()
        code = next((form.get("code") for form in root.iter(DISTRICT + "form")), "")
        given = {value.get("name"): value.text for value in root.findall(DISTRICT + "value")}
        found += [(code, Commune(unit.get("code"), unit.get("type"), unit.get("name"), given))
                  for unit in root.iter(DISTRICT + "commune")
                  if (unit.get("from") or "") <= DAY <= (unit.get("to") or "9999")]
    return [commune for _, commune in sorted(found, key=lambda pair: (pair[0], pair[1].code))]


def cell_counts(units):
    """Commune code → number of cells: between FEWEST and MOST, CELLS in all."""
    counts = {code: FEWEST + draw("count", code) % 6 + draw("more", code) % 5 + (kind != "xã")
              for code, kind, _, _ in units}
    order = sorted(counts, key=lambda code: draw("turn", code))
    missing = CELLS - sum(counts.values())
    step = 1 if missing > 0 else -1
    while missing:
        for code in order:
            if missing and FEWEST <= counts[code] + step <= MOST:
                counts[code] += step
                missing -= step
    return counts


def village_names(code, kind, count):
    """`count` different names: a few of a series (Đông, Tây …), the rest each for itself."""
    town = kind != "xã"
    chosen = []
    series = pick(names.TOWN_SERIES if town else names.VILLAGE_SERIES, "series", code)
    single = names.TOWN_NAMES if town else names.VILLAGE_NAMES
    if chance(45, "has series", code):
        chosen += series[: min(2 + draw("from series", code) % 4, count)]
    attempt = 0
    while len(chosen) < count:
        name = pick(single, "village", code, attempt)
        if not town and chance(55, "compound", code, attempt):
            name = (pick(names.VILLAGE_FIRST, "first", code, attempt) + " "
                    + pick(names.VILLAGE_LAST, "last", code, attempt))
        attempt += 1
        if name.casefold() not in (other.casefold() for other in chosen):
            chosen.append(name)
    return chosen


def person(*key):
    woman = chance(34, "sex", *key)
    family = pick(names.FAMILIES, "family", *key)
    middle = pick(names.WOMEN_MIDDLE if woman else names.MEN_MIDDLE, "middle", *key)
    given = pick(names.WOMEN_GIVEN if woman else names.MEN_GIVEN, "given", *key)
    return f"{family} {middle} {given}"


def people(count, *key):
    """`count` different people."""
    found = []
    attempt = 0
    while len(found) < count:
        name = person(*key, attempt)
        attempt += 1
        if name not in found:
            found.append(name)
    return found


def commune_values(commune):
    """What the commune settles for all its cells, where its district suggests nothing."""
    code = commune.code
    reference = datetime.date(2018, 4, 16) + datetime.timedelta(draw("reference", code) % 38)
    number = 10 + draw("reference number", code) % 80
    values = {
        "commune_adoption_ref": f"Công văn số {number}-CV/ĐU, ngày {shown(reference)} "
                                f"của Đảng ủy {commune.kind} {commune.name}",
        "coordination_meeting_cycle": pick(["weekly", "fortnightly", "monthly", "monthly"],
                                           "cycle", code),
        "pre_meeting_days": str(pick([2, 3, 3, 3, 5], "days", code)),
        "report_cycle": pick(["half_yearly", "half_yearly", "quarterly", "yearly"], "report",
                             code),
        "sign_mode": "co_signed" if chance(30, "sign", code) else "cell_only",
    }
    return {name: commune.given.get(name, value) for name, value in values.items()}


def shown(day):
    """A day as Party documents write it: months 1 and 2 with a zero, the others without."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else \
        f"{day.day:02}/{day.month}/{day.year}"


def issue_day(code, village):
    span = (LAST_ISSUE - FIRST_ISSUE).days
    start = draw("commune start", code) % (span - 45)
    return FIRST_ISSUE + datetime.timedelta(start + draw("issue", code, village) % 46)


def numbers(code, village):
    """Its number among the regulations of the term: after the cell's working rules, if it has any."""
    if chance(45, "no rules", code, village):
        return {"number": pick(["01", "01", "01", "02"], "number", code, village)}
    rules = datetime.date(2017, 8, 1) + datetime.timedelta(draw("rules", code, village) % 240)
    return {
        "number": pick(["02", "02", "02", "03", "05", "12"], "number", code, village),
        "cell_working_rules_ref": f"Quy chế làm việc số 01-QC/CB, ngày {shown(rules)} của chi bộ",
    }


def leaders(code, village, has_committee):
    """Who holds which post. In about a fifth of the cells the secretary is also the village head."""
    secretary, deputy, head, deputy_head, front, *others = people(10, "people", code, village)
    concurrent = chance(21, "concurrent", code, village)
    has_deputy = has_committee or chance(50, "deputy", code, village)
    has_deputy_head = chance(70, "deputy head", code, village)
    if concurrent:
        head = secretary
    team_deputy = head
    if concurrent:
        team_deputy = deputy if has_deputy and chance(60, "team", code, village) else front
    team = [] if team_deputy == front else [front]
    team += others[: 3 + draw("team size", code, village) % 3 - len(team)]
    return {
        "leadership_model": "concurrent" if concurrent else "separate",
        "secretary": secretary,
        "deputy_secretary": deputy if has_deputy else "",
        "village_head": head,
        "deputy_village_head": deputy_head if has_deputy_head else "",
        "front_head": front,
        "team_leader": secretary,
        "team_deputy": team_deputy,
        **{f"team_member_{index}": name for index, name in enumerate(team, 1)},
    }


def full_members(code, village):
    """Full members: a few small cells, most between 12 and 48."""
    if chance(8, "small", code, village):
        return 3 + draw("members", code, village) % 6
    return COMMITTEE_FROM + draw("members", code, village) % 22 + draw("more", code, village) % 20


def cell(commune, village):
    code = commune.code
    official = full_members(code, village)
    row = {
        "commune_code": code,
        "village_name": village,
        "state": "issued",
        "source": SOURCE,
        "cell_term": TERM,
        "cell_has_committee": "true" if official >= COMMITTEE_FROM else "false",
        "member_count_official": str(official),
        "member_count_probationary": str(pick([0, 0, 0, 1, 1, 2, 3], "probation", code, village)),
        "household_count": str(48 + official * 7 + draw("houses", code, village) % 160),
        **numbers(code, village),
        "issue_date": issue_day(code, village).isoformat(),
        **commune_values(commune),
        **leaders(code, village, official >= COMMITTEE_FROM),
    }
    # One person cannot sign for both sides.
    if row["leadership_model"] == "concurrent":
        row["sign_mode"] = "cell_only"
    return row


def cells():
    units = communes()
    counts = cell_counts(units)
    rows = [cell(commune, village) for commune in units
            for village in village_names(commune.code, commune.kind, counts[commune.code])]
    latest = sorted(rows, key=lambda row: draw("late", row["commune_code"], row["village_name"]))
    for row in latest[:DRAFTING]:
        row.update(state="drafting", number="", issue_date="")
    return rows


def table():
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([NOTICE])
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells())
    return out.getvalue().encode("utf-8")


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "cells.csv"
    target.write_bytes(table())

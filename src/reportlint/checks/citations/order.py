"""Order in time: numbers against dates in a series, what implements against what it implements, the report against all."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.checks.citations.conflicts import issuer_of
from reportlint.facts.cited import PARTY_TERMS
from reportlint.knowledge.bodies import bodies_of_code
from reportlint.knowledge.calendar import last_day
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.bodies import Body
    from reportlint.facts.citations import Citation
    from reportlint.report import Report
    from reportlint.rule import Rule

MIN_LATER = 3
SHORTLY = dt.timedelta(days=120)
"""So many different documents later than the report make its own date the wrong one."""
MIN_SERIES = 3
"""Fewer documents of a series prove nothing about its order."""


def number_order(report: Report, rule: Rule) -> Iterable[Hit]:
    """In one series numbers rise with dates (norms NUM-MONO): state by issuer, type, year; Party by issuer, type, term."""
    series: dict[tuple[object, ...], dict[tuple[int, dt.date], Citation]] = defaultdict(dict)
    for document in report.facts.cited:
        for mention in document.mentions:
            if (
                mention.date
                and mention.date.value
                and mention.number.isdigit()
                and (key := _series(report, mention))
            ):
                series[key].setdefault((int(mention.number), mention.date.value), mention)
    for members in series.values():
        if len(members) >= MIN_SERIES:
            yield from _out_of_order(report, members)


def _series(report: Report, mention: Citation) -> tuple[object, ...] | None:
    if not mention.date:
        return None
    issuer = issuer_of(report, mention)
    if mention.regime == "party":
        term = max(t for t in (0, *PARTY_TERMS) if t <= mention.date.year)
        return ("party", mention.code, _party_level(report, mention, issuer), term)
    if mention.regime == "normative" or mention.organ in {"CP", "TTg"}:
        return (
            None
            if "QH" in mention.symbol_text or "." in mention.number
            else ("central", mention.code, mention.organ, bool(mention.year), mention.date.year)
        )
    organ = mention.organ.split("-")[0]
    if not (
        organ in {"UBND", "HĐND"} or bodies_of_code(organ) or organ in report.outline.text("number_symbol")
    ):
        return None  # companies and others: nothing is known of their series
    level = issuer.level if issuer and issuer.kind == "committee" else report.identity.level
    organ = (
        f"Chủ tịch {organ}" if issuer and issuer.text.startswith("Chủ tịch") else organ
    )  # a series of its own in practice
    place = issuer.place if issuer and issuer.place != report.identity.place else ""
    return ("state", mention.code, organ, level, place, mention.date.year)


def _party_level(report: Report, mention: Citation, issuer: Body | None) -> str:
    if mention.organ.startswith("TW"):
        return "central"
    if issuer and issuer.place and issuer.place == report.identity.place:
        return report.identity.level
    return (issuer.level if issuer else "") or {"TU": "province", "HU": "district"}.get(
        mention.organ, mention.organ
    )


def _out_of_order(report: Report, members: dict[tuple[int, dt.date], Citation]) -> Iterator[Hit]:
    points = sorted(members, key=lambda p: (p[1], p[0]))
    while (worst := _worst(points)) is not None:
        others = [p for p in points if p != worst]
        rival = min(
            (p for p in others if (p[0] - worst[0]) * (p[1] - worst[1]).days < 0),
            key=lambda p: abs((p[1] - worst[1]).days),
        )
        mention, other = members[worst], members[rival]
        args = {
            "found": mention.symbol_text, "date": mention.date.text if mention.date else "", "other": other.symbol_text,
            "other_date": other.date.text if other.date else "", "where": report.where(other.start),
        }  # fmt: skip
        yield Hit(
            mention.symbol_start,
            mention.symbol_end,
            args,
            (),
            (
                Related(
                    other.symbol_start, other.symbol_end, Said("số cùng loạt", "a number of the same series")
                ),
            ),
        )
        points = others
        if len(points) < MIN_SERIES:
            return


def _worst(points: list[tuple[int, dt.date]]) -> tuple[int, dt.date] | None:
    """Return the point that runs against most others; on a tie the one farthest from where its neighbours put it. None when in order."""
    clashes = {p: sum((p[0] - q[0]) * (p[1] - q[1]).days < 0 for q in points) for p in points}
    most = max(clashes.values())
    if not most:
        return None
    candidates = [p for p in points if clashes[p] == most]
    return max(candidates, key=lambda p: _residual(p, [q for q in points if q not in candidates or q == p]))


def _residual(point: tuple[int, dt.date], points: list[tuple[int, dt.date]]) -> float:
    """Distance of a number from the line that joins its neighbours in time, the point itself left out (in numbers)."""
    others = sorted((q for q in points if q != point), key=lambda q: q[1])
    if len(others) < 2:
        return float(point[0])
    before = [q for q in others if q[1] <= point[1]] or others[:1]
    after = [q for q in others if q[1] > point[1]]
    low, high = (before[-1], after[0]) if after else (others[-2], others[-1])
    days = max((high[1] - low[1]).days, 1)
    expected = low[0] + (high[0] - low[0]) * (point[1] - low[1]).days / days
    return abs(point[0] - expected)


_IMPLEMENTS = re.compile(
    r"[^.;:()]{0,160}\b(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|hưởng ứng|hướng dẫn thi hành)\b(?! (?:bằng|tại|thành|qua)\b)[^.;:(),]{0,14}$",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"(?:[-–+•*]\s*)?(?:[^\W\d]+\. )?(?:Thực hiện|Căn cứ|Triển khai|Theo|Trên cơ sở|Để (?:triển khai )?thực hiện)\b"
)
_FOR_ONE = re.compile(r" ?\( ?đối với ")
"""A basis that holds for one of several bodies, `(đối với tỉnh Yên Bái)`: what another has issued may be older."""
_ISSUED = re.compile(
    r"\b(?:đã|có) (?:kịp thời |chủ động |tham mưu )?(?:ban hành|xây dựng|có|triển khai(?: thực hiện)? tại)\b[^.;:]{0,50}$"
)


def implements_later(report: Report, rule: Rule) -> Iterable[Hit]:
    """A document is not dated before the one it implements or is based on."""
    disputed = {
        id(m)
        for d in report.facts.cited
        if len({m.date.value for m in d.mentions if m.date and m.date.value}) > 1
        for m in d.mentions
    }
    seen: set[int] = set()
    for later, basis in _pairs(report):
        if (
            id(later) in disputed
            or id(basis) in disputed
            or later.start in seen
            or not (later.date and basis.date)
        ):
            continue
        if later.date.value and basis.date.value and later.date.value < basis.date.value:
            seen.add(later.start)
            args = {
                "found": later.symbol_text,
                "date": later.date.text.removeprefix("ngày "),
                "basis": basis.symbol_text,
                "basis_date": basis.date.text.removeprefix("ngày "),
            }
            yield Hit(
                later.date.start,
                later.date.end,
                args,
                (),
                (
                    Related(
                        basis.symbol_start,
                        basis.date.end,
                        Said("văn bản được thực hiện", "the document implemented"),
                    ),
                ),
            )


def _pairs(report: Report) -> Iterator[tuple[Citation, Citation]]:
    """Yield (what implements, what it implements) as the sentences say it."""
    text = report.document.text
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        mentions = (
            [c for c in report.facts.citations if block.start <= c.start < block.end]
            if len(facts.citations) > 1
            else []
        )
        for one, other in pairwise(mentions):
            between = text[one.end : other.start]
            if _IMPLEMENTS.match(between) and ", " not in between[:3] and not re.search(r"\bđã\b", between):
                yield one, other
        if mentions and _BASIS.match(facts.text.lstrip()):
            issued = next((c for c in mentions if _ISSUED.search(text[block.start : c.start])), None)
            if issued and text[block.start : issued.start].count(". ") <= 1:
                yield from (
                    (issued, c)
                    for c in mentions
                    if c.start < issued.start and not _FOR_ONE.match(text, c.end)
                )


def after_report(report: Report, rule: Rule) -> Iterable[Hit]:
    """No document cited is dated after the report (norms REP02); a report of which only the month is known counts to its end."""
    limit = _limit(report)
    if limit is None:
        return
    later = [
        (citation, citation.date)
        for citation in report.facts.citations
        if citation.date
        and citation.date.value
        and citation.date.value > limit
        and report.in_body(citation.start)
    ]
    shown = f"{limit.day:02d}/{limit.month}/{limit.year}"
    count = len({citation.symbol_text for citation, _ in later})
    own = report.outline.parts.get("place_date")
    if count >= MIN_LATER and own and _shortly_before(report, limit) <= count:
        args = {"found": report.document.text[own.start : own.end], "count": str(count), "limit": shown}
        yield Hit(own.start, own.end, args, certainty="heuristic", variant="own", cause="date")
        return
    for citation, date in later:
        args = {
            "found": date.text.removeprefix("ngày "),
            "document": citation.symbol_text,
            "limit": shown,
        }
        yield Hit(date.start, date.end, args, cause="date")


def _shortly_before(report: Report, limit: dt.date) -> int:
    """Count the documents cited of the months before the report: where they are many, its own date is right."""
    return sum(
        c.date is not None and c.date.value is not None and dt.timedelta(0) <= limit - c.date.value <= SHORTLY
        for c in report.facts.citations
    )


def _limit(report: Report) -> dt.date | None:
    identity = report.identity
    if identity.date:
        return identity.date
    if identity.month:
        year, month = identity.month
        return last_day(year, month)
    if "place_date" in report.outline.parts and identity.year:
        return dt.date(identity.year, 12, 31)
    return report.settings.as_of

"""One document, two dates, two spellings, two issuers, two types, two subjects: the mentions held against each other."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from reportlint.facts.acting import acting_body
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.facts.bodies import Body
    from reportlint.facts.citations import Citation
    from reportlint.facts.cited import CitedDocument
    from reportlint.report import Report
    from reportlint.rule import Rule


def dates(report: Report, rule: Rule) -> Iterable[Hit]:
    """One document has one date (norms SYM-DATE). The date met less often is marked; on a tie the one a neighbour contradicts."""
    for document in report.facts.cited:
        dated = [m for m in document.mentions if m.date and m.date.value]
        values = Counter(m.date.value for m in dated if m.date and m.date.value)
        if len(values) < 2:
            continue
        right = _right_date(report, dated, values)
        model = next(m for m in dated if m.date and m.date.value == right)
        for mention in dated:
            if mention.date and mention.date.value != right and model.date:
                args = {
                    "document": _name(mention),
                    "found": mention.date.text,
                    "other": model.date.text,
                    "where": report.where(model.start),
                }
                related = (
                    Related(
                        model.date.start,
                        model.date.end,
                        Said("ngày khác của cùng văn bản", "another date of the document"),
                    ),
                )
                edits = (
                    (Edit(mention.date.start, mention.date.end, model.date.text),)
                    if mention.date.form == model.date.form
                    else ()
                )
                yield Hit(mention.date.start, mention.date.end, args, edits, related, cause="date")


def _right_date(report: Report, dated: Sequence[Citation], values: Counter[dt.date]) -> dt.date:
    """Choose the date to keep: the most frequent, then the one the registry knows, then one before the report, then the first mentioned."""
    most = max(values.values())
    best = [value for value, n in values.items() if n == most]
    if len(best) == 1:
        return best[0]
    from reportlint.knowledge import registry

    known = {entry.date for entry in registry.lookup(dated[0].symbol)}
    agreed = [value for value in best if value in known]
    if len(agreed) == 1:
        return agreed[0]
    first = {value: next(m.start for m in dated if m.date and m.date.value == value) for value in best}
    return min(best, key=lambda value: (_after_report(report, value), first[value]))


def _after_report(report: Report, value: dt.date) -> bool:
    limit = report.identity.date
    return limit is not None and value > limit


def spellings(report: Report, rule: Rule) -> Iterable[Hit]:
    """One document has one spelling of its symbol (norms SYM-FORM); well-formed and frequent ones are kept."""
    for document in report.facts.cited:
        forms = Counter(m.symbol_text.lstrip("0") for m in document.mentions)
        if len(forms) < 2:
            continue
        model = max(
            document.mentions,
            key=lambda m: (
                m.symbol_text.lstrip("0") == m.symbol.lstrip("0"),
                _fits_level(report, m),
                forms[m.symbol_text.lstrip("0")],
            ),
        )
        for mention in document.mentions:
            if mention.symbol_text.lstrip("0") != model.symbol_text.lstrip("0"):
                args = {
                    "found": mention.symbol_text,
                    "other": model.symbol_text,
                    "where": report.where(model.start),
                }
                related = (
                    Related(
                        model.symbol_start,
                        model.symbol_end,
                        Said("cách ghi khác của cùng văn bản", "another spelling of the document"),
                    ),
                )
                edits = (Edit(mention.symbol_start, mention.symbol_end, model.symbol_text),)
                yield Hit(
                    mention.symbol_start,
                    mention.symbol_end,
                    args,
                    edits,
                    related,
                    cause=f"symbol:{mention.number}",
                )


def _fits_level(report: Report, mention: Citation) -> bool:
    """Tell whether a Party organ code is the one of the issuer stated."""
    expected = {"province": "TU", "district": "HU", "central": "TW"}.get(
        mention.issuer.level if mention.issuer else "", ""
    )
    return not expected or mention.organ.endswith(expected)


def issuers(report: Report, rule: Rule) -> Iterable[Hit]:
    """One document has one issuer (norms SYM-ISSUER): other level or other body; shorter names of one body agree."""
    for document in report.facts.cited:
        stated = [m for m in document.mentions if m.issuer]
        if len(stated) < 2:
            continue
        keys = Counter(_issuer_key(m.issuer) for m in stated if m.issuer)
        if len(keys) < 2 or not _same_day(document):
            continue
        model = max(
            stated,
            key=lambda m: (
                keys[_issuer_key(m.issuer)] if m.issuer else 0,
                _own_level(report, m.issuer),
                -m.start,
            ),
        )
        for mention in stated:
            issuer, other = mention.issuer, model.issuer
            if issuer and other and not issuer.agrees(other) and issuer.level != other.level:
                args = {
                    "document": _name(mention),
                    "found": issuer.text,
                    "other": other.text,
                    "where": report.where(other.start),
                }
                yield Hit(
                    issuer.start,
                    issuer.end,
                    args,
                    (),
                    (Related(other.start, other.end, Said("cơ quan ban hành khác", "another issuer")),),
                    cause="issuer",
                )


def chairman(report: Report, rule: Rule) -> Iterable[Hit]:
    """One decision is the committee's or its chairman's: `của UBND tỉnh` here, `của Chủ tịch UBND tỉnh` there."""
    for document in report.facts.cited:
        stated = [m for m in document.mentions if m.issuer and m.issuer.organ == "UBND"]
        signed = [m for m in stated if m.issuer and m.issuer.text.startswith("Chủ tịch")]
        if not signed or len(signed) == len(stated) or not _same_day(document):
            continue
        minority = signed if 2 * len(signed) < len(stated) else [m for m in stated if m not in signed]
        model = next(m for m in stated if m not in minority)
        for mention in minority:
            if mention.issuer and model.issuer and mention.issuer.agrees(model.issuer):
                args = {
                    "document": _name(mention),
                    "found": mention.issuer.text,
                    "other": model.issuer.text,
                    "where": report.where(model.start),
                }
                related = (
                    Related(
                        model.issuer.start, model.issuer.end, Said("cơ quan ban hành khác", "another issuer")
                    ),
                )
                yield Hit(mention.issuer.start, mention.issuer.end, args, (), related, cause="issuer")


def _issuer_key(issuer: Body | None) -> tuple[str, str]:
    return (issuer.organ, issuer.level) if issuer else ("", "")


def _same_day(document: CitedDocument) -> bool:
    return len({m.date.value for m in document.mentions if m.date and m.date.value}) <= 1


def _own_level(report: Report, issuer: Body | None) -> bool:
    return bool(issuer and issuer.level == report.identity.level)


def types(report: Report, rule: Rule) -> Iterable[Hit]:
    """One document is of one type: not `Văn bản số 606/…` here and `Công văn số 606/…` there."""
    for document in report.facts.cited:
        named = [m for m in document.mentions if m.type_text and not m.inherited]
        kinds = Counter(_type_key(m) for m in named)
        if len(kinds) < 2:
            continue
        right = max(kinds, key=lambda k: (k != "văn bản", kinds[k]))
        model = next(m for m in named if _type_key(m) == right)
        for mention in named:
            if _type_key(mention) != right:
                end = mention.start + len(mention.type_text)
                args = {
                    "document": mention.symbol_text,
                    "found": mention.type_text,
                    "other": model.type_text,
                    "where": report.where(model.start),
                }
                edits = (Edit(mention.start, end, model.type_text),)
                yield Hit(
                    mention.start,
                    mention.symbol_end,
                    args,
                    edits,
                    (Related(model.start, model.end, Said("tên loại khác", "another type")),),
                    cause="type",
                )


def _type_key(mention: Citation) -> str:
    key = mention.type_text.lower()
    return {"chương trình hành động": "chương trình", "thông báo kết luận": "thông báo"}.get(key, key)


def _name(mention: Citation) -> str:
    return f"{mention.type_text} số {mention.symbol_text}" if mention.type_text else mention.symbol_text


def issuer_of(report: Report, mention: Citation) -> Body | None:
    """Return the issuer as stated, or as the sentence makes it."""
    if mention.issuer:
        return mention.issuer
    block = report.document.block_at(mention.start)
    return acting_body(report.facts.blocks[block.index], mention.moved(-block.start))

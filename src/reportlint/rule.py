"""Rules and what checks yield. A `Rule` is what a user sees; a check is the function behind it; a `Hit` is one fault found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from reportlint.patterns import holds
from reportlint.said import Said, in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reportlint.facts.block import BlockFacts

Severity = Literal["error", "warning", "info"]
Certainty = Literal["certain", "heuristic"]
FixPolicy = Literal["safe", "ask", "never"]
Scope = Literal["report", "block"]
Fact = Literal["citations", "dates", "figures"]
Normativity = Literal["phải", "nên", "tập quán"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Source(NamedTuple):
    """The legal text behind a rule: a norm of the table in the catalogue, and the clause. Empty for a habit."""

    norm: str = ""
    clause: str = ""
    since: str = ""
    """First and last day (ISO) on which the rule binds; empty for no bound."""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the catalogue holds it. Texts are Vietnamese unless the name ends in `_en`."""

    code: str
    name: str
    title: str
    title_en: str
    message: str
    message_en: str
    severity: Severity
    certainty: Certainty
    fix: FixPolicy
    normativity: Normativity
    source: Source
    check: str
    """`module:function` below `reportlint.checks`, or `reportlint.kinds` when it starts with `kinds.`."""
    scope: Scope = "report"
    regimes: tuple[str, ...] = ("nd30",)
    """Regimes it holds for; `any` for all."""
    kinds: tuple[str, ...] = ("any",)
    """Kinds of document it holds for, by abbreviation (BC, KH …); `any` for all."""
    formats: tuple[str, ...] = ()
    """Formats that carry what it looks at; empty for all."""
    enabled: bool = True
    params: Mapping[str, Any] = field(default_factory=dict)
    variants: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Other messages of the rule by key: (Vietnamese, English)."""

    @property
    def family(self) -> str:
        """The two letters of the code."""
        return self.code[:2]

    def text(self, variant: str, args: Mapping[str, object], *, lang: str = "vi") -> str:
        """Fill in the message, or the one of a variant."""
        vi, en = self.variants[variant] if variant else (self.message, self.message_en)
        spoken = {k: in_language(v, lang) if isinstance(v, Said) else v for k, v in args.items()}
        return (en if lang == "en" and en else vi).format_map(_Blanks(spoken))


class _Blanks(dict[str, object]):
    """Lets a message name an argument that a hit does not give."""

    def __missing__(self, key: str) -> str:
        return "…"


class Edit(NamedTuple):
    """Replace the text between two offsets."""

    start: int
    end: int
    text: str


class Related(NamedTuple):
    """Another place that makes the fault plain, with a word on it."""

    start: int
    end: int
    message: Said | str


@dataclass(frozen=True, slots=True)
class Hit:
    """One fault at the smallest wrong piece of text. Offsets are the document's (the block's for scope `block`)."""

    start: int
    end: int
    args: Mapping[str, object] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    variant: str = ""
    severity: Severity | None = None
    """Only where this hit weighs other than the rule."""
    certainty: Certainty | None = None
    cause: str = ""
    """Hits with one cause at one place are shown as one; the first rule in the order of the catalogue leads."""

    def shifted(self, by: int) -> Hit:
        """Return the hit moved by a number of code points."""
        if not by:
            return self
        return Hit(
            self.start + by,
            self.end + by,
            self.args,
            tuple(Edit(e.start + by, e.end + by, e.text) for e in self.edits),
            tuple(Related(r.start + by, r.end + by, r.message) for r in self.related),
            self.variant,
            self.severity,
            self.certainty,
            self.cause,
        )


class Needs(NamedTuple):
    """What a paragraph must hold before a check can find anything in it."""

    fact: Fact | None = None
    """A kind of fact of which there must be one."""
    pieces: tuple[str, ...] = ()
    """Pieces of text of which one must be there; empty for none."""

    def met(self, block: BlockFacts) -> bool:
        """Tell whether a paragraph holds it."""
        if self.pieces and not holds(block.text, self.pieces):
            return False
        return self.fact is None or bool(getattr(block, self.fact))


Check = TypeVar("Check", bound="Callable[..., Iterable[Hit]]")


def only_where(*pieces: str, fact: Fact | None = None) -> Callable[[Check], Check]:
    """Say of a check of paragraphs where it need not run: most find nothing in most paragraphs, and calling them costs more.

    >>> @only_where("(", fact="figures")
    ... def repeated(block, rule): ...
    >>> needs_of(repeated)
    Needs(fact='figures', pieces=('(',))
    """

    def said(check: Check) -> Check:
        vars(check)["needs"] = Needs(fact, pieces)
        return check

    return said


def needs_of(check: Callable[..., Iterable[Hit]]) -> Needs:
    """Return what a check has said with `only_where`; nothing for one that has not."""
    needs: Needs = getattr(check, "needs", _NOTHING)
    return needs


_NOTHING = Needs()

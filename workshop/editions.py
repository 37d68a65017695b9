"""Editions: for whom, how big and on which paper a notebook is printed, and what its file is called."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from handouts import Audience, Size  # not at run time: who asks for help needs no printer


class Layout(TypedDict, total=False):
    """What an edition tells the printer, besides for whom it is; see `handouts.Settings`."""

    size: Size
    page_per_exercise: bool
    rtl: bool | None


ENDINGS: dict[tuple[Audience, Size], str] = {
    ("participant", "normal"): ".handout.pdf",
    ("participant", "large"): ".large.pdf",
    ("participant", "giant"): ".giant.pdf",
    ("guide", "normal"): ".guide.pdf",
    ("guide", "large"): ".guide_large.pdf",
    ("guide", "giant"): ".guide_giant.pdf",
}
"""How the file of each edition ends, here and in nbconvert."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One way to print a notebook."""

    audience: Audience = "participant"
    size: Size = "normal"
    page_per_exercise: bool = False
    rtl: bool | None = None
    """Whether pages read from right to left; None for what the language does."""
    paper: str = "letter"

    @property
    def layout(self) -> Layout:
        """What the printer is told."""
        return {"size": self.size, "page_per_exercise": self.page_per_exercise, "rtl": self.rtl}

    def ending(self, usual_paper: str) -> str:
        """How its file ends. What is as usual leaves no mark; each other choice leaves one."""
        marks = {
            ".pages": self.page_per_exercise,
            ".rtl": self.rtl,
            f".{self.paper}": self.paper != usual_paper,
        }
        return "".join(mark for mark, there in marks.items() if there) + ENDINGS[self.audience, self.size]


def all_editions(papers: tuple[str, ...]) -> list[Edition]:
    """Every edition there is on these papers, the ones on the first paper first."""
    return [
        Edition(audience=audience, size=size, page_per_exercise=apart, paper=paper)
        for paper, apart, (audience, size) in itertools.product(papers, (False, True), ENDINGS)
    ]

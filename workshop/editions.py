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
    fillable: bool


ENDINGS: dict[tuple[Audience, Size, bool], str] = {
    ("participant", "normal", False): ".handout.pdf",
    ("participant", "large", False): ".large.pdf",
    ("participant", "giant", False): ".giant.pdf",
    ("guide", "normal", False): ".guide.pdf",
    ("guide", "large", False): ".guide_large.pdf",
    ("guide", "giant", False): ".guide_giant.pdf",
    ("participant", "normal", True): ".fillable.pdf",
    ("participant", "large", True): ".large_fillable.pdf",
    ("participant", "giant", True): ".giant_fillable.pdf",
    ("guide", "normal", True): ".guide_fillable.pdf",
    ("guide", "large", True): ".guide_large_fillable.pdf",
    ("guide", "giant", True): ".guide_giant_fillable.pdf",
}
"""How the file of each edition ends, here and in nbconvert; True where it is filled in on a screen."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One way to print a notebook."""

    audience: Audience = "participant"
    size: Size = "normal"
    page_per_exercise: bool = False
    fillable: bool = False
    """Whether it is filled in on a screen."""
    rtl: bool | None = None
    """Whether pages read from right to left; None for what the language does."""
    paper: str = "letter"

    @property
    def layout(self) -> Layout:
        """What the printer is told."""
        return {
            "size": self.size,
            "page_per_exercise": self.page_per_exercise,
            "rtl": self.rtl,
            "fillable": self.fillable,
        }

    def ending(self, usual_paper: str) -> str:
        """How its file ends. What is as usual leaves no mark; each other choice leaves one."""
        marks = {
            ".pages": self.page_per_exercise,
            ".rtl": self.rtl,
            f".{self.paper}": self.paper != usual_paper,
        }
        usual = ENDINGS[self.audience, self.size, self.fillable]
        return "".join(mark for mark, there in marks.items() if there) + usual


def all_editions(papers: tuple[str, ...]) -> list[Edition]:
    """Every edition there is on these papers, the ones on the first paper first."""
    return [
        Edition(audience=audience, size=size, fillable=fillable, page_per_exercise=apart, paper=paper)
        for paper, apart, (audience, size, fillable) in itertools.product(papers, (False, True), ENDINGS)
    ]

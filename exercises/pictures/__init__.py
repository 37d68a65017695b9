"""Pictures for screen and paper: each one is data that draws itself as SVG and says itself in words."""

from exercises.pictures.bars import BlankBar, LoadBars
from exercises.pictures.drawing import Drawable
from exercises.pictures.line import Point, TimeLine
from exercises.pictures.rings import Mark, Rings

__all__ = ["BlankBar", "Drawable", "LoadBars", "Mark", "Point", "Rings", "TimeLine"]

"""Pictures for screen and paper: each is data that draws itself as SVG and says itself in words."""

from exercises.pictures.bars import Bars, BlankBar, LoadBars
from exercises.pictures.drawing import Drawable
from exercises.pictures.line import Point, TimeLine, Trend
from exercises.pictures.rings import Mark, Rings
from exercises.pictures.wheel import Wheel

__all__ = ["Bars", "BlankBar", "Drawable", "LoadBars", "Mark", "Point", "Rings", "TimeLine", "Trend", "Wheel"]

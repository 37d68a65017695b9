"""Planning a meeting: pure functions from what is wanted to a timetable, or to what would make it fit."""

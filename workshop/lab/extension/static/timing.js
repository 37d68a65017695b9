// The time of a meeting as plain numbers: where we are, what is left, ahead or behind. Nothing of the page.
//
// A time is { at, minutes, used, began, since, started, calm, hidden, changed }: the place of the step that
// runs, the minutes each step has by now (0: left out), the milliseconds each has used, the moment each
// began (the last one: the end), the moment the clock last set off (0: it stands), the moment of Start,
// and how many minutes behind we were when somebody said "Leave it".

export const MINUTE = 60_000; // milliseconds
export const LATE = 3; // minutes behind from which on something may go: a talk is not cut for less
const DAY = 24 * 60 * MINUTE;
const MOVED = 60 * MINUTE; // begun further than this from its hour, a meeting was moved: its time counts from Start

// The steps in their order. A break, a lunch or time in hand is one step. workshop/plan/late.py counts alike.
export const stepsOf = (meeting) =>
  meeting.blocks.flatMap((block, part) => (block.slots.length ? block.slots : [block]).map((slot) => ({ ...slot, part, planned: slot.minutes })));

export const fresh = (steps) => ({
  at: 0,
  minutes: steps.map(({ planned }) => planned),
  used: steps.map(() => 0),
  began: [...steps, null].map(() => 0),
  since: 0, started: 0, calm: 0, hidden: false, changed: 0,
});

const put = (list, place, value) => list.map((old, at) => (at === place ? value : old));
const sum = (list) => list.reduce((all, one) => all + one, 0);
const used = ({ at, used, since }, now) => (used[at] ?? 0) + (since ? Math.max(0, now - since) : 0);

export const ended = ({ at, minutes }) => at >= minutes.length;

// --- what can be done; each gives a new time

const from = (time, at, now) => ({ ...time, at, since: now, began: put(time.began, at, time.began[at] || now) });

export const start = (time, now) => ({ ...from(time, time.at, now), started: now });

export const pause = (time, now) => ({ ...time, used: put(time.used, time.at, used(time, now)), since: 0 });

export const goOn = (time, now) => ({ ...time, since: now });

// One minute more, from now on where the step is over already.
export function longer(time, now) {
  const spent = Math.min(used(time, now), time.minutes[time.at] * MINUTE);
  return { ...time, used: put(time.used, time.at, spent), minutes: put(time.minutes, time.at, time.minutes[time.at] + 1), since: time.since && now };
}

// To another step, and the clock runs. Who goes back finds what was left there, and what comes again is new.
export function go(time, to, now) {
  const stopped = ended(time) ? time : pause(time, now);
  const renew = (list) => list.map((old, place) => (place > to ? 0 : old));
  const kept = to < time.at ? { ...stopped, used: renew(stopped.used), began: renew(stopped.began) } : stopped;
  const moved = from(kept, to, now);
  return ended(moved) ? { ...moved, since: 0 } : moved;
}

// What may go goes: only of what is still to come.
export const shorten = (time, changes) => ({
  ...time, minutes: time.minutes.map((old, place) => changes.find((one) => one.place === place && place > time.at)?.minutes ?? old),
});

// --- what can be asked

// The next step that is not left out, in either direction; one past the last is the end.
export function beside(time, by) {
  let place = time.at + by;
  while (time.minutes[place] === 0) place += by;
  return place;
}

export const left = (time, now) => (ended(time) ? 0 : Math.max(0, time.minutes[time.at] * MINUTE - used(time, now)));

// The moment at which the meeting was to begin: the one of this hour that is nearest, or Start.
export function planned(meeting, time, now) {
  const around = time.started || now;
  if (!meeting.start) return around;
  const [hour, minute] = meeting.start.split(":").map(Number);
  const days = [-DAY, 0, DAY].map((by) => new Date(around + by).setHours(hour, minute, 0, 0));
  const [nearest] = days.sort((one, other) => Math.abs(one - around) - Math.abs(other - around));
  return time.started && Math.abs(nearest - around) > MOVED ? around : nearest;
}

// The moment at which it ends, if all that is still to come takes its time.
export const ends = (time, now) => (ended(time) ? time.began.at(-1) : now + left(time, now) + sum(time.minutes.slice(time.at + 1)) * MINUTE);

// Whole minutes behind; below 0 it is ahead.
export const behind = (meeting, time, now) =>
  (time.started ? Math.trunc((ends(time, now) - planned(meeting, time, now)) / MINUTE - meeting.minutes) || 0 : 0);

// When each step begins, and the end: as it was, or as it comes now. What is to come is in whole minutes of
// the plan, so that the agenda does not change with every second.
export function moments(meeting, time, now) {
  const end = planned(meeting, time, now) + (meeting.minutes + behind(meeting, time, now)) * MINUTE;
  const coming = time.minutes.map((_, place) => end - sum(time.minutes.slice(place)) * MINUTE);
  return [...coming, end].map((moment, place) => (time.started && place <= time.at ? time.began[place] : moment));
}

// Seconds for each voice, where everybody has one, in the minutes that the step has by now.
export const each = (step, minutes) => (step.each ? (step.each * minutes) / step.planned : 0);

// Which step the screen shows: the board's own, or the first of the part. -1 where it belongs to none.
export function shown(meeting, steps, cell, boardStep) {
  const part = meeting.blocks.findIndex(({ exercise, kind }, place) => (exercise ? cell.startsWith(`${exercise}-`) : cell === `${kind}-${place + 1}`));
  const inside = cell.slice((meeting.blocks[part]?.exercise ?? "").length + 1);
  const id = { exercise: boardStep, talk: "talk" }[inside];
  const exact = steps.findIndex((step) => step.part === part && step.id === id && id);
  return exact < 0 ? steps.findIndex((step) => step.part === part) : exact;
}

// A time that was kept belongs to this meeting if it has as many steps.
export const fits = (time, steps) => time?.minutes?.length === steps.length && time.used?.length === steps.length && time.began?.length === steps.length + 1;

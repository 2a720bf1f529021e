#include "widgets/time_line_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

using Mark = TimeLineLayout::Mark;
constexpr double leastGap = TimeLineLayout::leastGap, flagStep = TimeLineLayout::flagStep;
/// How far from the visits an event has its place, of their time.
constexpr double eventReach = 0.35;
constexpr double toBreak = 32, mostGap = 64;

/// Places as near as can be to those wanted, ascending, with a gap between them: neighbours that would be too near are
/// moved apart about their common middle.
std::vector<double> apart(const std::vector<double>& wanted, double gap) {
    struct Block {
        double sum = 0; ///< Of the wanted places, each less its share of the gaps
        int count = 0;
        [[nodiscard]] double mean() const { return sum / count; }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        blocks.push_back({wanted[i] - gap * static_cast<double>(i), 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    std::vector<double> places;
    for (const Block& block : blocks)
        for (int i = 0; i < block.count; ++i) places.push_back(block.mean() + gap * static_cast<double>(places.size()));
    return places;
}

/// Visits or events that have a place along the axis, in its order, and those that have none.
struct Sorted {
    struct Known {
        double value;
        std::size_t number;
    };
    std::vector<Known> known;
    std::vector<std::size_t> unknown;

    template <class List> Sorted(const List& list, TimeAxis axis) {
        for (std::size_t i = 0; i < list.size(); ++i)
            if (const auto value = list[i].when.along(axis))
                known.push_back({*value, i});
            else
                unknown.push_back(i);
        std::stable_sort(known.begin(), known.end(), [](const Known& a, const Known& b) { return a.value < b.value; });
    }
};

/// The values at the line's ends.
struct Span {
    double low, high;
    [[nodiscard]] bool has(double value) const { return value >= low && value <= high; }
};

Span spanOf(const Sorted& visits, const Sorted& events) {
    if (visits.known.empty()) return {0, 1};
    Span span{visits.known.front().value, visits.known.back().value};
    const double length = span.high - span.low;
    const double reach = length > 0 ? length * eventReach : std::numeric_limits<double>::infinity();
    const Span wide{span.low - reach, span.high + reach};
    for (const Sorted::Known& event : events.known)
        if (wide.has(event.value)) span = {std::min(span.low, event.value), std::max(span.high, event.value)};
    if (span.high > span.low) return span;
    return {span.low - 0.5, span.high + 0.5}; // one day: in the middle
}

} // namespace

TimeLineLayout layOut(const TimeLine& line, TimeAxis axis, double left, double right) {
    const Sorted visits(line.visits, axis), events(line.events, axis);
    const Span span = spanOf(visits, events);
    const bool hasLine = !visits.known.empty();
    std::vector<Sorted::Known> before, within, after;
    for (const Sorted::Known& event : events.known)
        (!hasLine || event.value > span.high ? after : event.value < span.low ? before : within).push_back(event);

    TimeLineLayout made;
    made.visits.resize(line.visits.size());
    made.events.resize(line.events.size());
    made.goesOnBefore = hasLine && !before.empty();
    made.goesOnAfter = hasLine && !after.empty();
    const auto flags = [](std::size_t count) { return flagStep * static_cast<double>(count); };
    const double gap = std::clamp((right - left) / (static_cast<double>(line.visits.size()) + 1), leastGap, mostGap);
    made.start = left + (before.size() > 1 ? flags(before.size() - 1) : 0);
    const auto run = [&](std::size_t count) { return count == 0 ? 0 : toBreak + flags(count - 1); };
    const double tail =
        run(after.size()) + gap * static_cast<double>(visits.unknown.size()) + run(events.unknown.size());
    const bool endsWithFlag = !events.unknown.empty() || (visits.unknown.empty() && !after.empty());
    made.end = right - tail + (endsWithFlag ? toBreak : 0); // a flag may stand nearer to the edge than a visit's words
    if (!hasLine) made.end = made.start;
    const auto xOf = [&](double value) {
        return made.start + (value - span.low) / (span.high - span.low) * (made.end - made.start);
    };
    const auto place = [&](const std::vector<Sorted::Known>& some, double least, std::vector<Mark>& marks) {
        std::vector<double> wanted;
        for (const Sorted::Known& one : some) wanted.push_back(xOf(one.value));
        const std::vector<double> xs = apart(wanted, least);
        for (std::size_t i = 0; i < some.size(); ++i) marks[some[i].number] = {xs[i], wanted[i]};
        return xs.empty() ? made.end : xs.back();
    };
    // From here on each stands to the right of the one before
    double last = std::max(made.end, place(visits.known, leastGap, made.visits));
    place(within, flagStep, made.events);
    for (std::size_t i = 0; i < before.size(); ++i) {
        const double x = made.start - toBreak - flags(before.size() - 1 - i);
        made.events[before[i].number] = {x, x};
    }
    if (!hasLine) last -= gap;
    for (std::size_t i = 0; i < after.size(); ++i) {
        last += i == 0 ? toBreak : flagStep;
        made.events[after[i].number] = {last, last};
    }
    for (const std::size_t visit : visits.unknown) made.visits[visit] = {last += gap, std::nullopt};
    for (std::size_t i = 0; i < events.unknown.size(); ++i)
        made.events[events.unknown[i]] = {last += i == 0 ? toBreak : flagStep, std::nullopt};
    return made;
}

} // namespace neuraxis

#include "core/io/dicom_volumes.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace neuraxis::io {

namespace {

constexpr double samePositionMm = 0.01;
constexpr double keptShare = 0.9; ///< A volume with fewer of its slices is left out

/// What sets one volume of a stack apart from the others, ranked in this order.
using VolumeKey = std::vector<double>;

struct Slot {
    const DicomFrame* frame;
    std::size_t position;
    VolumeKey key;
};

std::size_t distinctKeys(const std::vector<Slot>& slots) {
    std::set<VolumeKey> keys;
    for (const Slot& s : slots) keys.insert(s.key);
    return keys.size();
}

/// How many slots share position and key with another.
std::size_t collisions(const std::vector<Slot>& slots) {
    std::set<std::pair<std::size_t, VolumeKey>> places;
    for (const Slot& s : slots) places.insert({s.position, s.key});
    return slots.size() - places.size();
}

/// Whether all volumes have the same number of slices, and more than one.
bool areOfOneSize(const std::vector<Slot>& slots) {
    std::map<VolumeKey, std::size_t> counts;
    for (const Slot& s : slots) ++counts[s.key];
    return std::all_of(counts.begin(), counts.end(), [&](const auto& volume) {
        return volume.second > 1 && volume.second == counts.begin()->second;
    });
}

/// Sorts by place along the normal and numbers the positions. Unplaced frames are numbered as they come.
std::vector<WorldPoint> numberPositions(const DicomStack& stack, std::vector<Slot>& slots) {
    const DicomFrame& model = *stack.front();
    const WorldVector normal = unit(cross(model.along, model.down));
    const auto level = [&](const DicomFrame* f) { return f->placed ? dot(f->position - WorldPoint(), normal) : 0.0; };
    std::vector<std::pair<double, const DicomFrame*>> sorted;
    for (const DicomFrame* f : stack) sorted.emplace_back(level(f), f);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        if (std::abs(a.first - b.first) > samePositionMm / 10) return a.first < b.first;
        if (a.second->instance != b.second->instance) return a.second->instance < b.second->instance;
        return a.second->frame < b.second->frame;
    });
    std::vector<WorldPoint> positions;
    double last = 0;
    for (const auto& [at, frame] : sorted) {
        if (positions.empty() || !frame->placed || at - last > samePositionMm) {
            positions.push_back(frame->position);
            last = at;
        }
        slots.push_back({frame, positions.size() - 1, {}});
    }
    return positions;
}

/// Whether neighbouring positions lie much nearer to each other than the slices of one volume do, and not evenly, as
/// when the volumes of a series lie at different places.
bool areCrowded(const std::vector<WorldPoint>& positions, const DicomFrame& model) {
    // Slices thicker than their distance overlap in CT and some MR: the thickness alone is a weaker sign.
    const double nearMm = model.betweenMm > 0 ? 0.6 * model.betweenMm : 0.4 * model.thicknessMm;
    if (!model.placed || positions.size() < 3 || nearMm <= 0) return false;
    const WorldVector normal = unit(cross(model.along, model.down));
    double least = std::numeric_limits<double>::infinity(), greatest = 0;
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const double gap = dot(positions[i] - positions[i - 1], normal);
        least = std::min(least, gap);
        greatest = std::max(greatest, gap);
    }
    const double extentMm = dot(positions.back() - positions.front(), normal);
    return extentMm < nearMm * static_cast<double>(positions.size() - 1) && greatest - least > 2 * samePositionMm;
}

/// Whether slices are tiles of one image: then they are of one volume.
bool areTiles(const DicomStack& stack) {
    return stack.size() > 1 && stack[0]->image == stack[1]->image && stack[0]->frame == stack[1]->frame;
}

/// Adds to the keys the dimensions that tell slices at one position apart, and no others: a number that changes
/// with every slice would make every slice a volume. Of crowded positions, also what makes volumes of one size.
void addDimensions(std::vector<Slot>& slots, std::size_t mostAtOnePosition, bool crowded, bool tiles) {
    const auto attempt = [&](auto&& valuesOf, bool maySpread) {
        const std::size_t before = collisions(slots);
        if (before == 0 && !crowded) return;
        const std::size_t volumesBefore = distinctKeys(slots);
        if (before == 0 && volumesBefore > 1) return;
        std::vector<Slot> tried = slots;
        for (Slot& s : tried)
            for (const double value : valuesOf(*s.frame)) s.key.push_back(value);
        const std::size_t after = collisions(tried), volumes = distinctKeys(tried);
        if (volumes == volumesBefore) return;
        if ((after < before && volumes <= mostAtOnePosition) || (maySpread && after == 0 && areOfOneSize(tried)))
            slots = std::move(tried);
    };
    for (int d = 0; d < IndexValues; ++d)
        // Time points may lie at different places, as when the scanner follows the head
        attempt([&](const DicomFrame& f) { return f.dimensions[static_cast<std::size_t>(d)]; },
                d == Temporal || (crowded && d == AcquisitionNumber));
    for (std::size_t part = 0; part < 6; ++part)
        attempt([&](const DicomFrame& f) { return std::array<double, 1>{f.dimensions[IndexValues][part]}; }, false);
    if (crowded && tiles) attempt([](const DicomFrame& f) { return std::array<double, 1>{double(f.instance)}; }, true);
}

/// Where several slices still share position and key: one after the other through all positions is a series of
/// volumes in the order of their numbers; here and there is a slice that was copied twice.
int separateOrDrop(std::vector<Slot>& slots) {
    std::map<VolumeKey, std::map<std::size_t, int>> counts;
    for (const Slot& s : slots) ++counts[s.key][s.position];
    std::map<VolumeKey, bool> repeats;
    for (const auto& [key, perPosition] : counts) {
        std::vector<int> numbers;
        for (const auto& [position, n] : perPosition) numbers.push_back(n);
        std::nth_element(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2),
                         numbers.end());
        repeats[key] = numbers[numbers.size() / 2] > 1;
    }
    std::map<std::pair<std::size_t, VolumeKey>, int> seen;
    std::vector<Slot> kept;
    for (Slot& s : slots) {
        const int occurrence = seen[{s.position, s.key}]++;
        if (repeats[s.key])
            s.key.push_back(occurrence);
        else if (occurrence > 0)
            continue;
        kept.push_back(std::move(s));
    }
    const int dropped = static_cast<int>(slots.size() - kept.size());
    slots = std::move(kept);
    return dropped;
}

/// Volumes that lie at different places, as when the scanner follows the head, have no slice in common: they are put
/// slice by slice where the first that is whole lies.
void bringTogether(std::map<VolumeKey, std::vector<const DicomFrame*>>& volumes, std::size_t fullest,
                   OrderedStack& ordered) {
    std::vector<WorldPoint> positions;
    for (auto& [key, volume] : volumes) {
        std::erase(volume, nullptr); // ascending along the normal as before
        if (positions.empty() && volume.size() == fullest)
            for (const DicomFrame* f : volume) positions.push_back(f->position);
        volume.resize(fullest);
    }
    ordered.positions = positions;
    ordered.findings.push_back(
        {Finding::Severity::Warning, QStringLiteral("moved-volumes"),
         QCoreApplication::translate("io", "The volumes lie at different places, as when the scanner follows the head. "
                                           "All are shown at the place of the first.")});
}

} // namespace

const DicomFrame& firstOf(const std::vector<const DicomFrame*>& volume) {
    return **std::find_if(volume.begin(), volume.end(), [](const DicomFrame* f) { return f; });
}

QByteArray placeOf(const DicomPart& part) {
    if (part.frames.empty()) return {};
    const DicomFrame& f = part.frames.front();
    QByteArray place = f.component;
    for (const double number : {double(f.instance), f.position.x, f.position.y, f.position.z, f.echoTimeMs})
        place += ' ' + QByteArray::number(number, 'g', 9);
    return place;
}

OrderedStack orderStack(const DicomStack& stack) {
    OrderedStack ordered;
    std::vector<Slot> slots;
    ordered.positions = numberPositions(stack, slots);
    std::vector<std::size_t> perPosition(ordered.positions.size());
    for (const Slot& s : slots) ++perPosition[s.position];
    addDimensions(slots, *std::max_element(perPosition.begin(), perPosition.end()),
                  areCrowded(ordered.positions, *stack.front()), areTiles(stack));
    if (const int doubled = separateOrDrop(slots); doubled > 0)
        ordered.findings.push_back(
            {Finding::Severity::Warning, QStringLiteral("duplicate-slice"),
             QCoreApplication::translate(
                 "io", "%n slice(s) are there twice at the same position; the first of each is shown.", nullptr,
                 doubled)});

    std::map<VolumeKey, std::vector<const DicomFrame*>> volumes;
    for (const Slot& s : slots) {
        auto& volume = volumes[s.key];
        volume.resize(ordered.positions.size());
        volume[s.position] = s.frame;
    }
    const auto there = [](const std::vector<const DicomFrame*>& v) {
        return v.size() - static_cast<std::size_t>(std::count(v.begin(), v.end(), nullptr));
    };
    std::size_t fullest = 0;
    for (const auto& [key, volume] : volumes) fullest = std::max(fullest, there(volume));
    int leftOut = 0, gaps = 0;
    const auto total = static_cast<int>(volumes.size());
    if (total > 1 && 10 * fullest < 6 * ordered.positions.size()) bringTogether(volumes, fullest, ordered);
    for (auto& [key, volume] : volumes) {
        const std::size_t n = there(volume);
        if (total > 1 && static_cast<double>(n) < keptShare * static_cast<double>(fullest)) {
            ++leftOut;
            continue;
        }
        gaps += static_cast<int>(volume.size() - n);
        ordered.volumes.push_back(std::move(volume));
    }
    if (leftOut > 0)
        ordered.findings.push_back(
            {Finding::Severity::Warning, QStringLiteral("incomplete-volume"),
             QCoreApplication::translate(
                 "io", "%1 of %2 volumes lack most of their slices, as when a scan is stopped; they are left out.")
                 .arg(leftOut)
                 .arg(total)});
    if (gaps > 0)
        ordered.findings.push_back(
            {Finding::Severity::Warning, QStringLiteral("missing-slice"),
             QCoreApplication::translate("io", "%n slice(s) are missing in some of the volumes. They are shown empty.",
                                         nullptr, gaps)});
    return ordered;
}

} // namespace neuraxis::io

#include "core/io/dicom_stack.h"

#include "core/io/dicom_groups.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

constexpr double dayMs = 86400e3;

/// Past midnight the time of day begins again; some count back from it. Then the earliest becomes 0.
void sinceFirst(std::vector<double>& timesMs) {
    const auto [least, greatest] = std::minmax_element(timesMs.begin(), timesMs.end());
    if (*greatest - *least > dayMs / 2)
        for (double& t : timesMs)
            if (t < dayMs / 2) t += dayMs;
    const double first = *std::min_element(timesMs.begin(), timesMs.end());
    for (double& t : timesMs) t -= first;
}

/// One number for each volume, unless `wanted` holds for none of them.
template <class Number, class Wanted>
std::vector<double> ofVolumes(const OrderedStack& ordered, Number number, Wanted wanted) {
    std::vector<double> numbers;
    for (const auto& volume : ordered.volumes) numbers.push_back(number(firstOf(volume)));
    if (std::none_of(numbers.begin(), numbers.end(), wanted)) numbers.clear();
    return numbers;
}

/// When each volume was begun, since the first of them; empty where the files do not tell them apart.
std::vector<double> volumeTimes(const OrderedStack& ordered) {
    std::vector<double> all; // of all slices, volume after volume
    for (const auto& volume : ordered.volumes)
        for (const DicomFrame* f : volume) {
            if (f && !f->takenMs) return {};
            if (f) all.push_back(*f->takenMs);
        }
    sinceFirst(all);
    std::vector<double> times;
    auto next = all.begin();
    for (const auto& volume : ordered.volumes) {
        const auto slices = std::count_if(volume.begin(), volume.end(), [](const DicomFrame* f) { return f; });
        times.push_back(*std::min_element(next, next + slices));
        next += slices;
    }
    return *std::max_element(times.begin(), times.end()) > 0 ? times : std::vector<double>();
}

/// From one volume to the next: the repetition time, unless the volumes' own times are regular and speak against it.
double volumeStep(const std::vector<double>& timesMs, double repetitionTimeMs) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < timesMs.size(); ++i) steps.push_back(timesMs[i] - timesMs[i - 1]);
    if (steps.size() < 2) return repetitionTimeMs;
    const auto [least, greatest] = std::minmax_element(steps.begin(), steps.end());
    const double mean = timesMs.back() / static_cast<double>(steps.size());
    const bool regular = *least > 0 && *greatest - *least < 0.05 * mean;
    return regular && std::abs(mean - repetitionTimeMs) > 0.02 * repetitionTimeMs ? mean : repetitionTimeMs;
}

/// When each slice of a volume was acquired, in seconds since the first; empty where that is not told, or longer than
/// the repetition time, as of packages and repeated scans.
std::vector<double> sliceTimes(const std::vector<const DicomFrame*>& volume, double repetitionTimeMs) {
    std::vector<double> times;
    for (const DicomFrame* f : volume) {
        const auto time = !f ? std::nullopt : f->sliceTimeMs ? f->sliceTimeMs : f->takenMs;
        if (!time) return {};
        times.push_back(*time);
    }
    sinceFirst(times);
    const double span = *std::max_element(times.begin(), times.end());
    if (!(span > 0) || span > repetitionTimeMs) return {};
    for (double& t : times) t /= 1000;
    return times;
}

} // namespace

void describeFourthDimension(const OrderedStack& ordered, VolumeHeader& header) {
    FourthDimension& fourth = header.fourth;
    const auto positive = [](double number) { return number > 0; };
    fourth.echoTimesMs = ofVolumes(
        ordered, [](const DicomFrame& f) { return f.echoTimeMs; }, positive);
    fourth.inversionTimesMs = ofVolumes(
        ordered, [](const DicomFrame& f) { return f.inversionTimeMs; }, positive);
    fourth.bValues = ofVolumes(
        ordered, [](const DicomFrame& f) { return f.bValue.value_or(0); }, positive);
    if (!fourth.bValues.empty())
        for (const auto& volume : ordered.volumes) fourth.bVectors.push_back(firstOf(volume).gradient);
    for (const auto& volume : ordered.volumes) fourth.labels.push_back(QString::fromLatin1(firstOf(volume).label));
    if (std::all_of(fourth.labels.begin(), fourth.labels.end(), [](const QString& l) { return l.isEmpty(); }))
        fourth.labels.clear();
    if (ordered.volumes.size() < 2) return;
    fourth.timesMs = volumeTimes(ordered);
    fourth.stepMs = volumeStep(fourth.timesMs, header.acquisition.repetitionTimeMs);
}

void describeAcquisition(const OrderedStack& ordered, const SliceGrid& grid, VolumeHeader& header) {
    const DicomImage& image = *firstOf(ordered.volumes.front()).image;
    Acquisition& a = header.acquisition;
    if (a.phaseEncodingAxis >= 0)
        workOutReadout(image.readout, header.size[static_cast<std::size_t>(a.phaseEncodingAxis)], a);
    if (image.is3d || header.series.modality != QStringLiteral("MR") || !(a.repetitionTimeMs > 0) || grid.slices < 2 ||
        grid.slices != static_cast<int>(ordered.positions.size()))
        return;
    // Some sequences count the first volume's slices from elsewhere
    for (std::size_t v = 0; v < std::min<std::size_t>(3, ordered.volumes.size()) && a.sliceTimesS.empty(); ++v)
        a.sliceTimesS = sliceTimes(ordered.volumes[v], a.repetitionTimeMs);
}

} // namespace neuraxis::io

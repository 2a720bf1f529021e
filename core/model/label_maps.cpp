#include "core/model/label_maps.h"

#include "core/model/label_tables.h"
#include "core/model/stored_type.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace neuraxis {

namespace {

/// Fewer numbers may be in FreeSurfer's table by chance.
constexpr std::size_t telling = 6;
constexpr double sparse = 0.001; ///< So few voxels may be single points, which have no neighbours

/// How alike neighbours are.
struct Flatness {
    double drawn = 0; ///< Part of the voxels that are not 0
    double equal = 0; ///< Part of the neighbours of those that have their value
};

Flatness flatness(const Volume& volume) {
    const VolumeHeader& header = volume.header();
    const std::size_t total = header.voxelsPerVolume();
    const std::array<std::size_t, 3> strides{1, static_cast<std::size_t>(header.size[0]),
                                             static_cast<std::size_t>(header.size[0]) *
                                                 static_cast<std::size_t>(header.size[1])};
    // A step that shares no factor with the grid's rows and slices does not fall in with them.
    constexpr std::size_t looks = 100000;
    std::size_t step = std::max<std::size_t>(1, total / looks);
    while (std::gcd(step, strides[2]) != 1) ++step;
    std::size_t seen = 0, drawn = 0, pairs = 0, equal = 0;
    withStoredType(header.type, [&](auto zero) {
        const auto* stored = reinterpret_cast<const decltype(zero)*>(volume.voxels());
        for (std::size_t at = 0; at < total; at += step, ++seen) {
            if (static_cast<double>(stored[at]) * header.slope + header.intercept == 0) continue;
            ++drawn;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const auto place = at / strides[axis] % static_cast<std::size_t>(header.size[axis]);
                if (place + 1 >= static_cast<std::size_t>(header.size[axis])) continue;
                ++pairs;
                equal += stored[at] == stored[at + strides[axis]];
            }
        }
    });
    const auto part = [](std::size_t some, std::size_t all) {
        return all == 0 ? 0.0 : static_cast<double>(some) / static_cast<double>(all);
    };
    return {part(drawn, seen), part(equal, pairs)};
}

bool isNamed(const VolumeHeader& header, const QRegularExpression& words) {
    return words.match(header.name).hasMatch() || words.match(header.series.description).hasMatch();
}

bool isNamedLabels(const VolumeHeader& header) {
    // Words of FreeSurfer, BIDS, SCT and of the atlases that people have
    static const QRegularExpression words(
        QStringLiteral("(?<![a-z])(aseg|aparc|wmparc|ribbon|[a-z]{0,2}seg|segmentation|labell?ed|labels?|levels?|mask|"
                       "atlas|parc|parcellation|"
                       "maxprob|aal|brodmann|aicha(mc)?|jhu|dkt|desikan|destrieux|schaefer|glasser|rois?)(?![a-z])"),
        QRegularExpression::CaseInsensitiveOption);
    return isNamed(header, words);
}

bool isNamedFreeSurfers(const VolumeHeader& header) {
    static const QRegularExpression words(QStringLiteral("(?<![a-z])(aseg|aparc|wmparc)(?![a-z])"),
                                          QRegularExpression::CaseInsensitiveOption);
    return isNamed(header, words);
}

bool areFreeSurfers(const std::vector<int>& numbers) {
    return std::all_of(numbers.begin(), numbers.end(), [](int id) { return id == 0 || freeSurferLabels().find(id); });
}

} // namespace

std::optional<std::vector<int>> numbersIn(const Volume& volume, int index, std::size_t most) {
    const VolumeHeader& header = volume.header();
    if (header.type == StoredType::Rgb24) return std::nullopt;
    std::unordered_set<int> numbers;
    const bool all = withStoredType(header.type, [&](auto zero) {
        using T = decltype(zero);
        const auto* stored = reinterpret_cast<const T*>(volume.voxels(index));
        constexpr double greatest = 2147483647;
        for (std::size_t at = 0, total = header.voxelsPerVolume(); at < total; ++at) {
            if (at > 0 && stored[at] == stored[at - 1]) continue; // label maps are runs
            const double value = static_cast<double>(stored[at]) * header.slope + header.intercept;
            if (!(std::abs(value) <= greatest) || value != std::floor(value)) return false;
            if (numbers.insert(static_cast<int>(value)).second && numbers.size() > most) return false;
        }
        return true;
    });
    if (!all) return std::nullopt;
    std::vector<int> sorted(numbers.begin(), numbers.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

bool looksLikeLabels(const Volume& volume) {
    const VolumeHeader& header = volume.header();
    if (header.volumes != 1 || header.type == StoredType::Rgb24) return false;
    if (numbersIn(volume, 0, 2) == std::vector{0, 1}) return true; // a mask
    // Of scans up to 0.3 was seen, of atlases 0.75 and more, of thin structures 0.4. Single points have no neighbours.
    constexpr double flat = 0.38, veryFlat = 0.75;
    constexpr std::size_t few = 12;
    const Flatness looks = flatness(volume);
    if (looks.equal < flat && looks.drawn > sparse) return false;
    const auto numbers = numbersIn(volume);
    if (!numbers) return false;
    if (header.component == u"LABELS") return true; // its file says so
    if (numbers->size() < 2 || numbers->front() != 0) return false;
    if (numbers->size() <= few && looks.equal >= veryFlat) return true; // drawn by somebody, whatever its name
    return isNamedLabels(header) || (numbers->size() >= telling && areFreeSurfers(*numbers));
}

bool couldBeLabels(const Volume& volume) {
    if (looksLikeLabels(volume)) return true;
    const auto numbers = numbersIn(volume);
    if (!numbers) return false;
    if (numbers->size() < 2) return numbers->front() != 0;
    constexpr double flat = 0.6;
    const Flatness looks = flatness(volume);
    return looks.equal >= flat || looks.drawn <= sparse;
}

std::shared_ptr<const LabelTable> tableFor(const Volume& labels) {
    static const auto freeSurfers = std::make_shared<const LabelTable>(freeSurferLabels());
    static const auto nameless = std::make_shared<const LabelTable>();
    if (isNamedFreeSurfers(labels.header())) return freeSurfers;
    const auto numbers = numbersIn(labels);
    return numbers && numbers->size() >= telling && areFreeSurfers(*numbers) ? freeSurfers : nameless;
}

} // namespace neuraxis

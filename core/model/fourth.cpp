#include "core/model/fourth.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(VolumeProperty)
};

/// How far apart b-values of one shell may lie.
double tolerance(double b) { return std::max(b < 200 ? 10.0 : 50.0, 0.05 * b); }

/// As people say it: scanners write the b-value they reached, 995 or 1005 for 1000.
double nominal(const std::vector<double>& values) {
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    if (mean < 10 && *least < 10) return 0;
    if (*least == *greatest) return mean;
    const double step = mean >= 500 ? 50 : mean >= 200 ? 10 : 5;
    return std::round(mean / step) * step;
}

std::vector<double> inSeconds(std::vector<double> ms) {
    for (double& value : ms) value /= 1000;
    return ms;
}

std::vector<double> whole(const std::vector<double>& values, const VolumeHeader& header) {
    return values.size() == static_cast<std::size_t>(header.volumes) ? values : std::vector<double>();
}

std::vector<double> numbers(const VolumeHeader& header) {
    std::vector<double> values(static_cast<std::size_t>(header.volumes));
    std::iota(values.begin(), values.end(), 1.0);
    return values;
}

std::vector<double> times(const VolumeHeader& header) {
    std::vector<double> known = whole(header.fourth.timesMs, header);
    if (!known.empty() || !(header.fourth.stepMs > 0)) return inSeconds(std::move(known));
    known.resize(static_cast<std::size_t>(header.volumes));
    for (std::size_t i = 0; i < known.size(); ++i) known[i] = header.fourth.stepMs * static_cast<double>(i);
    return inSeconds(std::move(known));
}

} // namespace

std::vector<Shell> shells(const FourthDimension& fourth) {
    const std::vector<double>& b = fourth.bValues;
    std::vector<int> order;
    for (std::size_t i = 0; i < b.size(); ++i)
        if (std::isfinite(b[i]) && b[i] >= 0) order.push_back(static_cast<int>(i));
    const auto valueOf = [&](int volume) { return b[static_cast<std::size_t>(volume)]; };
    std::stable_sort(order.begin(), order.end(), [&](int x, int y) { return valueOf(x) < valueOf(y); });
    std::vector<Shell> found;
    std::vector<double> values;
    double sum = 0;
    const auto finish = [&] {
        if (values.empty()) return;
        found.back().b = nominal(values);
        std::sort(found.back().volumes.begin(), found.back().volumes.end());
        values.clear();
        sum = 0;
    };
    for (const int volume : order) {
        const double mean = values.empty() ? 0 : sum / static_cast<double>(values.size());
        if (values.empty() || valueOf(volume) - mean >= tolerance(mean)) {
            finish();
            found.emplace_back();
        }
        found.back().volumes.push_back(volume);
        values.push_back(valueOf(volume));
        sum += values.back();
    }
    finish();
    return found;
}

const std::vector<VolumeProperty>& volumeProperties() {
    static const std::vector<VolumeProperty> table = {
        {QStringLiteral("volume"), Texts::tr("Volume"), Texts::tr("Volume"), {}, numbers, nullptr},
        {QStringLiteral("b"), Texts::tr("b-value"), QStringLiteral("b"), QStringLiteral("s/mm²"),
         [](const VolumeHeader& header) { return whole(header.fourth.bValues, header); },
         [](double value) { return QStringLiteral("b %1 s/mm²").arg(value, 0, 'f', 0); }},
        {QStringLiteral("echo-time"), Texts::tr("Echo time"), QStringLiteral("TE"), QStringLiteral("ms"),
         [](const VolumeHeader& header) { return whole(header.fourth.echoTimesMs, header); },
         [](double value) { return QStringLiteral("TE %1 ms").arg(value, 0, 'g', 4); }},
        {QStringLiteral("inversion-time"), Texts::tr("Inversion time"), QStringLiteral("TI"), QStringLiteral("ms"),
         [](const VolumeHeader& header) { return whole(header.fourth.inversionTimesMs, header); },
         [](double value) { return QStringLiteral("TI %1 ms").arg(value, 0, 'g', 5); }},
        {QStringLiteral("time"), Texts::tr("Time"), Texts::tr("Time"), QStringLiteral("s"), times,
         [](double value) { return QStringLiteral("t = %1 s").arg(value, 0, 'f', 1); }},
    };
    return table;
}

std::vector<double> tellingValues(const VolumeProperty& property, const VolumeHeader& header) {
    std::vector<double> values = property.values(header);
    const bool usable = std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
    const bool varies = std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) != values.end();
    return usable && varies ? values : std::vector<double>();
}

int seriesLayer(const ReviewState& state, const NavigationState& navigation) {
    const int active = activeLayer(state, navigation), count = static_cast<int>(state.layers.size());
    const auto isSeries = [&](int index) {
        return state.layers[static_cast<std::size_t>(index)].volume->header().volumes > 1;
    };
    for (int index = active; index >= 0; --index)
        if (isSeries(index)) return index;
    for (int index = active + 1; index < count; ++index)
        if (isSeries(index)) return index;
    return -1;
}

const Shell* chosenShell(const std::vector<Shell>& all, const NavigationState& navigation) {
    if (!navigation.shell || all.size() < 2) return nullptr;
    const double wanted = *navigation.shell;
    const auto nearest = std::min_element(all.begin(), all.end(), [&](const Shell& x, const Shell& y) {
        return std::abs(x.b - wanted) < std::abs(y.b - wanted);
    });
    return std::abs(nearest->b - wanted) < tolerance(wanted) ? &*nearest : nullptr;
}

std::vector<int> walkedVolumes(const VolumeHeader& header, const NavigationState& navigation) {
    if (navigation.shell && header.fourth.bValues.size() == static_cast<std::size_t>(header.volumes)) {
        const std::vector<Shell> all = shells(header.fourth);
        if (const Shell* chosen = chosenShell(all, navigation)) return chosen->volumes;
    }
    std::vector<int> every(static_cast<std::size_t>(header.volumes));
    std::iota(every.begin(), every.end(), 0);
    return every;
}

NavigationState stepped(const ReviewState& state, const NavigationState& navigation, int by) {
    const int layer = seriesLayer(state, navigation);
    if (layer < 0 || by == 0) return navigation;
    const VolumeHeader& header = state.layers[static_cast<std::size_t>(layer)].volume->header();
    const std::vector<int> walked = walkedVolumes(header, navigation);
    // From between two of them, as when a shell was chosen elsewhere, a step leads to the next in its direction.
    const int now = volumeIndex(header, navigation);
    const auto at = by > 0 ? std::upper_bound(walked.begin(), walked.end(), now) - 1
                           : std::lower_bound(walked.begin(), walked.end(), now);
    const auto place = std::clamp<qint64>((at - walked.begin()) + qint64(by), 0, qint64(walked.size()) - 1);
    NavigationState next = navigation;
    next.volume = walked[static_cast<std::size_t>(place)];
    return next;
}

NavigationState withShell(const VolumeHeader& header, const NavigationState& navigation, std::optional<double> shell) {
    NavigationState next = navigation;
    next.shell = shell;
    const std::vector<int> walked = walkedVolumes(header, next);
    const int now = volumeIndex(header, navigation);
    next.volume = *std::min_element(walked.begin(), walked.end(),
                                    [&](int x, int y) { return std::abs(x - now) < std::abs(y - now); });
    return next;
}

} // namespace neuraxis

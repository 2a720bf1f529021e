#include "core/model/opening_display.h"

#include "core/model/label_maps.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

/// What the rows below look at.
struct Kind {
    const Volume& volume;
    QString name;     ///< The file's and the scanner's words, in lower case
    double low, high; ///< Of the values, but for one of a thousand at each end

    explicit Kind(const Volume& volume) : volume(volume) {
        const VolumeHeader& header = volume.header();
        name = (header.name + u' ' + header.series.description).toLower();
        const std::vector<double> values = volume.sortedSample();
        const auto at = [&](double part) {
            return values.empty() ? 0 : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
        };
        low = at(0.001);
        high = at(0.999);
    }
    [[nodiscard]] bool isNamed(const QRegularExpression& words) const { return words.match(name).hasMatch(); }
    /// Whether the file says so itself
    [[nodiscard]] bool isSaidToBe(const char* component) const {
        return volume.header().component == QLatin1String(component);
    }
    [[nodiscard]] const QString& unit() const { return volume.header().unit; }
    [[nodiscard]] double reach() const { return std::max(std::abs(low), std::abs(high)); }
};

bool isIn(const QString& word, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(), [&](const char* each) { return word == QLatin1String(each); });
}

/// From a threshold up; below zero, where there is something, in colours of its own.
void openStatistic(Display& display, const Kind& kind, double threshold, double most) {
    display.colourMap = QStringLiteral("red-yellow");
    display.windows = {{threshold, most}};
    display.hideBelow = threshold;
    if (kind.volume.extremes().first < 0)
        display.negative = NegativeScale{QStringLiteral("blue-lightblue"), display.windows.front()};
}

/// -log10 of p, signed by the direction; 1.3 is p = 0.05. Named "sig" by FreeSurfer.
bool isSignificance(const Kind& kind) {
    static const QRegularExpression words(QStringLiteral("(?<![a-z])sig(?![a-z])"));
    return kind.isNamed(words);
}
void openSignificance(Display& display, const Kind& kind) { openStatistic(display, kind, 1.3, 5); }

bool isScore(const Kind& kind) {
    static const QRegularExpression words(
        QStringLiteral("(?<![a-z])([ztw][-_ ]?(stats?|maps?|scores?|values?)(?![a-z])|spm[tz](?![a-z])|z_)"));
    return kind.isNamed(words);
}
void openScore(Display& display, const Kind& kind) {
    openStatistic(display, kind, 1.96, std::max(5.0, std::ceil(kind.reach())));
}

bool isProbability(const Kind& kind) {
    static const QRegularExpression words(
        QStringLiteral("(?<![a-z])(prob|probs|probseg|probabilit(y|ies)|pve|tpm|pbmap)(?![a-z])"));
    return kind.isNamed(words) && kind.low >= 0 && kind.high <= 100.001;
}
void openProbability(Display& display, const Kind& kind) {
    const double whole = kind.volume.extremes().second > 1.001 ? 100 : 1;
    display.colourMap = QStringLiteral("red-yellow");
    display.windows = {{0.05 * whole, whole}};
    display.hideBelow = 0.05 * whole;
}

bool isSaidToBeScore(const Kind& kind) { return kind.isSaidToBe("T_STATISTIC") || kind.isSaidToBe("Z_SCORE"); }
bool isSaidToBeSignificance(const Kind& kind) { return kind.isSaidToBe("LOG10_P"); }

/// From p = 0.05 of one and many degrees of freedom up: the square of 1.96.
bool isSaidToBeF(const Kind& kind) { return kind.isSaidToBe("F_STATISTIC"); }
void openF(Display& display, const Kind& kind) {
    openStatistic(display, kind, 3.84, std::max(20.0, std::ceil(kind.reach())));
}

/// Up to 0.05, brightest at the least; 0 is where nothing was tested. Between that and a place with a high p there is no
/// low one: nothing is interpolated.
bool isSaidToBeP(const Kind& kind) { return kind.isSaidToBe("P_VALUE") && kind.low >= 0 && kind.high <= 1; }
void openP(Display& display, const Kind&) {
    display.colourMap = QStringLiteral("red-yellow");
    display.inverted = true;
    display.windows = {{0, 0.05}};
    display.hideBelow = std::numeric_limits<float>::min();
    display.hideAbove = 0.05;
    display.interpolation = Interpolation::Nearest;
}

/// Uptake as a ratio to a region's; 0 to 2 in FDG studies of ALS (Pagani).
bool isUptakeRatio(const Kind& kind) {
    static const QRegularExpression words(QStringLiteral("(?<![a-z])suvr(?![a-z])"));
    return isIn(kind.unit(), {"SUVR", "SUVr"}) || kind.isNamed(words);
}
void openUptakeRatio(Display& display, const Kind&) {
    display.colourMap = QStringLiteral("pet-hot-metal-blue");
    display.windows = {{0, 2}};
    display.hideBelow = 0.2;
}

bool isUptake(const Kind& kind) {
    static const QRegularExpression words(QStringLiteral("(?<![a-z])(suv|suvbw|fdg|pet)(?![a-z])"));
    return kind.low >= 0 && (isIn(kind.unit(), {"SUV", "BQML", "Bq/ml", "Bq/mL", "kBq/ml", "kBq/mL", "g/ml", "g/mL",
                                                "mM", "mmol/l", "mmol/L"}) ||
                             kind.volume.header().series.modality == u"PT" || kind.isNamed(words));
}
void openUptake(Display& display, const Kind& kind) {
    display.colourMap = QStringLiteral("pet-hot-metal-blue");
    display.windows = {{0, kind.high > 0 ? kind.high : 1}};
    display.hideBelow = 0.1 * display.windows.front().high;
}

/// Differences, slopes and the like. Interpolation leaves scans with a few values a little below zero.
bool isSigned(const Kind& kind) {
    const VolumeHeader& header = kind.volume.header();
    return (header.type == StoredType::Float32 || header.type == StoredType::Float64) && header.unit != u"HU" &&
           header.component.isEmpty() && kind.low < -0.1 * kind.high && kind.high > -0.1 * kind.low;
}
void openSigned(Display& display, const Kind& kind) {
    display.colourMap = QStringLiteral("red-yellow");
    display.windows = {{0, kind.reach()}};
    display.negative = NegativeScale{QStringLiteral("blue-lightblue"), display.windows.front()};
    display.hideBelow = 0.1 * kind.reach();
}

bool isOther(const Kind&) { return true; }
void openOther(Display& display, const Kind&) {
    display.colourMap = QStringLiteral("hot");
    // One threshold for all windows: that of the darkest
    const auto threshold = [](const Range& window) { return window.low + 0.1 * window.width(); };
    display.hideBelow = threshold(display.windows.front());
    for (const Range& window : display.windows) display.hideBelow = std::min(*display.hideBelow, threshold(window));
}

struct Row {
    bool (*is)(const Kind&);
    void (*open)(Display&, const Kind&);
};

/// The first that fits counts: what files say of themselves before what names suggest.
constexpr Row rows[] = {
    {isSaidToBeScore, openScore},
    {isSaidToBeSignificance, openSignificance},
    {isSaidToBeF, openF},
    {isSaidToBeP, openP},
    {isSignificance, openSignificance},
    {isScore, openScore},
    {isProbability, openProbability},
    {isUptakeRatio, openUptakeRatio},
    {isUptake, openUptake},
    {isSigned, openSigned},
    {isOther, openOther},
};

} // namespace

Display openingBase(const Volume& volume) {
    Display display;
    display.windows = openingWindows(volume);
    if (looksLikeLabels(volume)) display.labels = tableFor(volume);
    return display;
}

Display openingOverlay(const Volume& volume) {
    Display display = openingBase(volume);
    display.opacity = 0.5;
    if (display.labels) return display;
    const Kind kind(volume);
    std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return row.is(kind); })->open(display, kind);
    return display;
}

} // namespace neuraxis

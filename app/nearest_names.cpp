#include "app/nearest_names.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace neuraxis {

namespace {

constexpr qsizetype mostNames = 3, mostDifferences = 2, lettersForEach = 3;
constexpr qsizetype tooFar = 1 + mostDifferences + 1;

QString lettersOf(const QString& name) {
    QString letters;
    for (const QChar c : name)
        if (c.isLetterOrNumber()) letters += c.toCaseFolded();
    return letters;
}

/// How many letters are to be put in, taken away or changed.
qsizetype differences(const QString& one, const QString& other) {
    std::vector<qsizetype> line(static_cast<std::size_t>(other.size()) + 1);
    std::iota(line.begin(), line.end(), qsizetype{0});
    for (const QChar c : one) {
        qsizetype across = line[0]++;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const qsizetype changed = across + (c != other[static_cast<qsizetype>(i) - 1]);
            across = line[i];
            line[i] = std::min({changed, across + 1, line[i - 1] + 1});
        }
    }
    return line.back();
}

qsizetype distance(const QString& asked, const QString& name) {
    if (asked == name) return 0;
    if (name.startsWith(asked)) return 1;
    const qsizetype far = differences(asked, name);
    return far <= std::min(mostDifferences, asked.size() / lettersForEach) ? 1 + far : tooFar;
}

} // namespace

QStringList nearestNames(const QString& name, const QStringList& names) {
    const QString asked = lettersOf(name);
    if (asked.isEmpty()) return {};
    QStringList nearest;
    qsizetype least = tooFar - 1;
    for (const QString& one : names) {
        const qsizetype far = distance(asked, lettersOf(one));
        if (far > least) continue;
        if (far < least) nearest.clear();
        least = far;
        if (nearest.size() < mostNames) nearest << one;
    }
    return nearest;
}

} // namespace neuraxis

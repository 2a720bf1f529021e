#include "core/model/comparable_series.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

bool isKnown(const QString& kind) { return !kind.isEmpty() && kind != u"other"; }

/// What the scanner, or the end of a file's name ("sub-01_ses-1_FLAIR"), calls it, without case and separators.
QString calledAs(const VolumeHeader& header) {
    const QString& told = header.series.description;
    QString letters;
    for (const QChar c : told.isEmpty() ? header.name.section(u'_', -1) : told)
        if (c.isLetterOrNumber()) letters += c.toLower();
    return letters;
}

bool isComparable(const VisitSeries& one, const VisitSeries& other) {
    const VolumeHeader &a = *one.header, &b = *other.header;
    if (a.component != b.component || (a.type == StoredType::Rgb24) != (b.type == StoredType::Rgb24)) return false;
    if ((a.volumes > 1) != (b.volumes > 1)) return false;
    if (isKnown(one.kind) || isKnown(other.kind)) return one.kind == other.kind;
    return calledAs(a) == calledAs(b) && a.series.modality == b.series.modality;
}

bool isMagnitude(const VolumeHeader& header) { return header.component.isEmpty() || header.component == u"magnitude"; }

/// The less, the more alike.
double unlike(const VolumeHeader& a, const VolumeHeader& b) {
    const auto mmA = a.voxelToLps.spacingMm(), mmB = b.voxelToLps.spacingMm();
    auto sortedA = mmA, sortedB = mmB;
    std::sort(sortedA.begin(), sortedA.end());
    std::sort(sortedB.begin(), sortedB.end());
    double sum = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) sum += std::abs(std::log(sortedA[axis] / sortedB[axis]));
    if (calledAs(a) != calledAs(b)) sum += 1;
    if (a.volumes != b.volumes) sum += 0.5;
    if (a.format != b.format) sum += 0.5;
    return std::isfinite(sum) ? sum : 100;
}

} // namespace

QString contrastOf(const QString& kind, const VolumeHeader& header) {
    const QString name = isKnown(kind) ? kind : calledAs(header);
    return isMagnitude(header) ? name : name + u' ' + header.component;
}

bool isQuantitative(const VolumeHeader& header) {
    static const QStringList nothing{QStringLiteral("arbitrary"), QStringLiteral("arbitraryunits"),
                                     QStringLiteral("au")};
    static const QStringList maps{
        QStringLiteral("fa"),        QStringLiteral("md"),     QStringLiteral("ad"),    QStringLiteral("rd"),
        QStringLiteral("adc"),       QStringLiteral("mk"),     QStringLiteral("ak"),    QStringLiteral("rk"),
        QStringLiteral("odi"),       QStringLiteral("icvf"),   QStringLiteral("isovf"), QStringLiteral("ndi"),
        QStringLiteral("cbf"),       QStringLiteral("mtrmap"), QStringLiteral("mtsat"), QStringLiteral("t1map"),
        QStringLiteral("t2map"),     QStringLiteral("r1map"),  QStringLiteral("r2map"), QStringLiteral("t2starmap"),
        QStringLiteral("r2starmap"), QStringLiteral("chimap"), QStringLiteral("suv")};
    QString unit;
    for (const QChar c : header.unit)
        if (c.isLetterOrNumber() || c == u'%') unit += c.toLower();
    if (!unit.isEmpty()) return !nothing.contains(unit);
    return (!isMagnitude(header) && header.component != u"real" && header.component != u"imaginary") ||
           maps.contains(calledAs(header));
}

std::vector<int> comparableSeries(const std::vector<VisitSeries>& series, int reference, int visits) {
    std::vector<int> chosen(static_cast<std::size_t>(std::max(0, visits)), -1);
    const VisitSeries& like = series[static_cast<std::size_t>(reference)];
    std::vector<double> best(chosen.size());
    for (std::size_t i = 0; i < series.size(); ++i) {
        const VisitSeries& one = series[i];
        if (one.visit < 0 || one.visit >= visits || !isComparable(like, one)) continue;
        const auto visit = static_cast<std::size_t>(one.visit);
        const double here = static_cast<int>(i) == reference ? -1 : unlike(*like.header, *one.header);
        if (chosen[visit] >= 0 && here >= best[visit]) continue;
        chosen[visit] = static_cast<int>(i);
        best[visit] = here;
    }
    return chosen;
}

} // namespace neuraxis

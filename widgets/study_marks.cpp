#include "widgets/study_marks.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyMarks)
};

bool isDark(const QPalette& palette) { return palette.color(QPalette::Window).lightness() < 128; }

QString letterOf(const QString& event) {
    if (event.compare(u"NIV", Qt::CaseInsensitive) == 0) return QStringLiteral("N");
    if (event.compare(u"PEG", Qt::CaseInsensitive) == 0) return QStringLiteral("P");
    if (event.compare(u"tracheostomy", Qt::CaseInsensitive) == 0) return QStringLiteral("T");
    if (event.compare(u"death", Qt::CaseInsensitive) == 0) return QStringLiteral("†");
    return QStringLiteral("•");
}

QFont smallLetters(QFont font) {
    font.setPixelSize(10);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QColor gapColour(const QPalette& palette) { return isDark(palette) ? QColor(0xff, 0xc4, 0x5c) : QColor(0x9a, 0x5b, 0); }

void paintGroupDot(QPainter& painter, const QPointF& centre, QRgb colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(colour));
    painter.drawEllipse(centre, 4.5, 4.5);
}

void paintQuality(QPainter& painter, const QPointF& centre, double radius, const QString& quality) {
    if (quality.isEmpty()) return;
    const bool failed = quality == u"failed", doubtful = quality == u"doubtful";
    painter.setPen(Qt::NoPen);
    painter.setBrush(failed     ? QColor(0xd6, 0x45, 0x45)
                     : doubtful ? QColor(0xc2, 0x83, 0x1a)
                                : QColor(0x2c, 0x8f, 0x5b));
    painter.drawEllipse(centre, radius, radius);
    const double r = radius * 0.42;
    painter.setPen(QPen(Qt::white, std::max(1.2, radius * 0.24), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (failed) {
        painter.drawLine(centre + QPointF(-r, -r), centre + QPointF(r, r));
        painter.drawLine(centre + QPointF(-r, r), centre + QPointF(r, -r));
    } else if (doubtful) {
        painter.drawLine(centre + QPointF(0, -1.3 * r), centre + QPointF(0, 0.25 * r));
        painter.drawPoint(centre + QPointF(0, 1.25 * r));
    } else {
        const QPointF tick[] = {centre + QPointF(-r, 0.1 * r), centre + QPointF(-0.2 * r, 0.9 * r),
                                centre + QPointF(1.1 * r, -0.8 * r)};
        painter.drawPolyline(tick, 3);
    }
}

void paintKind(QPainter& painter, const QRectF& place, const QString& brief, bool isGap, const QPalette& palette) {
    const QFont before = painter.font();
    painter.setFont(smallLetters(before));
    if (isGap) {
        painter.setBrush(Qt::NoBrush);
        QPen pen(gapColour(palette), 1);
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setPen(gapColour(palette));
    } else {
        painter.setPen(Qt::NoPen);
        QColor plate = palette.color(QPalette::Text);
        plate.setAlphaF(0.13F);
        painter.setBrush(plate);
        painter.drawRoundedRect(place, 3, 3);
        painter.setPen(palette.color(QPalette::Text));
    }
    painter.drawText(place, Qt::AlignCenter, brief);
    painter.setFont(before);
}

void paintStudyEvent(QPainter& painter, const QRectF& place, const QString& kind, const QPalette& palette) {
    const QFont before = painter.font();
    painter.setFont(smallLetters(before));
    painter.setPen(QPen(palette.color(QPalette::WindowText), 1));
    painter.setBrush(palette.color(QPalette::Window));
    painter.drawRoundedRect(place, 3, 3);
    painter.drawText(place, Qt::AlignCenter, letterOf(kind));
    painter.setFont(before);
}

QString monthsInWords(const CohortIndex::VisitRow& visit) {
    if (!std::isnan(visit.monthsSinceOnset)) return QLocale().toString(visit.monthsSinceOnset, 'f', 1);
    if (std::isnan(visit.monthsSinceFirst)) return {};
    return QStringLiteral("+%1").arg(QLocale().toString(visit.monthsSinceFirst, 'f', 1));
}

QString kindsInWords(quint32 kinds) {
    QStringList titles;
    for (const int kind : kindsIn(kinds)) titles += itemKinds()[static_cast<std::size_t>(kind)].title;
    return titles.join(QStringLiteral(", "));
}

QString visitInWords(const CohortIndex::VisitRow& visit) {
    QStringList lines{Texts::tr("Visit %1", "label").arg(visit.visit->label)};
    if (visit.visit->date.isValid())
        lines.back() += QStringLiteral("  ·  ") + visit.visit->date.toString(Qt::ISODate);
    else
        lines.back() += QStringLiteral("  ·  ") + Texts::tr("no date");
    if (!std::isnan(visit.monthsSinceOnset))
        lines += Texts::tr("%1 months since onset").arg(QLocale().toString(visit.monthsSinceOnset, 'f', 1));
    else if (!std::isnan(visit.monthsSinceFirst))
        lines += Texts::tr("%1 months since the first visit").arg(QLocale().toString(visit.monthsSinceFirst, 'f', 1));
    lines += visit.kinds ? kindsInWords(visit.kinds) : Texts::tr("No images or derived data");
    if (visit.gaps) lines += Texts::tr("Missing, though usual in the group: %1").arg(kindsInWords(visit.gaps));
    lines += Texts::tr("Quality: %1").arg(qualityInWords(visit.visit->quality));
    return lines.join(u'\n');
}

} // namespace neuraxis

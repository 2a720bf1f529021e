#pragma once

#include "core/model/cohort_index.h"

#include <QPainter>
#include <QPalette>

namespace neuraxis {

// Small signs that grid, swimmer plot and details of a study share. Each has a form or a letter beside its colour.

void paintGroupDot(QPainter& painter, const QPointF& centre, QRgb colour);
/// A disc with a tick, a question mark or a cross; nothing for what is not rated.
void paintQuality(QPainter& painter, const QPointF& centre, double radius, const QString& quality);
/// Letters of an item's kind: on a plate where it exists, in a broken frame where it is a gap.
void paintKind(QPainter& painter, const QRectF& place, const QString& brief, bool isGap, const QPalette& palette);
/// A letter on a plate: N, P, T, a dagger for what is known by that, a dot for other events.
void paintStudyEvent(QPainter& painter, const QRectF& place, const QString& kind, const QPalette& palette);
QColor gapColour(const QPalette& palette);

/// "14.2" months since onset, "+6.0" since the first visit where onset is not known, "" without a date.
QString monthsInWords(const CohortIndex::VisitRow& visit);
/// All of a visit in lines: when, what there is, what is missing, quality.
QString visitInWords(const CohortIndex::VisitRow& visit);
/// Titles of kinds: "T1-weighted, Diffusion".
QString kindsInWords(quint32 kinds);

} // namespace neuraxis

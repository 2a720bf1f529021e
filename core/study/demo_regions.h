#pragma once

#include "core/model/cohort.h"

#include <QByteArray>

namespace neuraxis::study {

/// A simulated table of the cortex's regions of the demo's cohort, as aparcstats2table would write it, with thickness
/// and area of the 34 regions of each side at everybody's first visit; a column says that it is simulated. Always the
/// same. Everybody thins by 0.35 % a year (Storsve et al., J Neurosci 2014;34:8488-8498). Beside that, precentral and
/// paracentral cortex are thinner in ALS, more so in PLS; frontal and temporal cortex a little in ALS with a C9orf72
/// variant; temporal, parietal and occipital cortex slightly in relatives who carry a variant. How much is plausible,
/// not published.
QByteArray demoRegionTable(const Cohort& cohort);

/// How thick the precentral gyrus of the demo's controls is along the motor strip, `stripParts` parts from medial to
/// lateral of each side, as regions "precentral.strip-01" ...: as in demoRegionTable() on the whole, with ups and downs
/// of each by itself (a standard deviation of 0.2 mm about the middle: plausible, nobody's).
QByteArray demoStripTable(const Cohort& cohort);
inline constexpr int stripParts = 40;

/// Gives the first visit of each control without surfaces the table's row beside what it has.
void addStripTable(Cohort& cohort, const QString& root, const QString& path);

/// Gives each first visit the table's row as its thickness, in place of the item without a file that it may
/// have; who has surfaces keeps those alone.
/// `root` is the demo's folder, `path` the table's from there.
void addRegionTable(Cohort& cohort, const QString& root, const QString& path);

} // namespace neuraxis::study

#pragma once

#include "core/io/job.h"
#include "core/model/affine.h"

#include <QDateTime>
#include <QStringList>
#include <vector>

namespace neuraxis::io {

/// One time the demo participant was scanned: when, and how the head lay. A later visit is a row more, and its
/// known change a field more.
struct DemoVisit {
    QString label; ///< "ses-1"
    QDateTime acquired;
    double pitchDegrees = 0, rollDegrees = 0, yawDegrees = 0; ///< About the patient's left, posterior and superior axis
    WorldVector shiftMm;                                      ///< Of the head's centre from the scanner's
};
std::vector<DemoVisit> demoVisits();

/// Writes the visits of participant DEMO-001 under `folder`, as a scanner would, from the head template that the
/// package mricron-data installs. Returns the folders written. Throws Error, Cancelled.
QStringList writeDemo(const QString& folder, Job& job);

} // namespace neuraxis::io

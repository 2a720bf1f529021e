#pragma once

#include "core/io/job.h"
#include "core/model/volume.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <vector>

namespace neuraxis::io {

/// Tissue that has shrunk in a ball. Seen from the template, what lay at q now lies at p, where
/// q = c + (p - c) (1 + shrink (1 - |p - c|^2 / R^2)^2) within the ball and q = p outside; in the head's own space.
struct DemoChange {
    WorldPoint centreLps; ///< c, in the template
    double radiusMm = 0;  ///< R
    double shrink = 0;    ///< The Jacobian of p by q is (1 + shrink)^-3 at c
};

/// One time a demo participant was scanned: when, how the head lay, and what had changed.
struct DemoVisit {
    QString participant; ///< "DEMO-001"
    QString label;       ///< "ses-1"
    QDateTime acquired;
    double pitchDegrees = 0, rollDegrees = 0, yawDegrees = 0; ///< About the patient's left, posterior and superior axis
    WorldVector shiftMm;                                      ///< Of the head's centre from the scanner's
    std::vector<DemoChange> changes;                          ///< Since the template
    [[nodiscard]] QString path() const;                       ///< "sub-DEMO001/ses-1/T1w"
    [[nodiscard]] QString seriesUid() const;
    [[nodiscard]] QString
    subject() const; ///< As FreeSurfer's longitudinal stream calls it: "DEMO-001_ses-1.long.DEMO-001"
    /// Where in the scanner lies what is at a place of the template.
    [[nodiscard]] WorldPoint seenAt(const WorldPoint& templateLps) const;
};
/// DEMO-001, whose left motor cortex shrinks from visit to visit; DEMO-002, in whom nothing changes; DEMO-003, in whom
/// both sides do a little.
std::vector<DemoVisit> demoVisits();

enum class DemoTemplate { Head, Brain, Regions };
/// The head template, the same without its skull, or the atlas AAL on its grid, uint8, as the package mricron-data
/// installs them. Throws Error, Cancelled.
std::shared_ptr<const Volume> readDemoTemplate(DemoTemplate which, Job& job);

/// The head at a visit as FreeSurfer conforms what it works on: uint8, 256 voxels of 1 mm along each of the scanner's
/// axes.
std::shared_ptr<const Volume> conformedHead(const Volume& head, const DemoVisit& visit, Job& job);

/// Writes the visits under `folder`, each in its path(), as a scanner would, from the head template that the package
/// mricron-data installs; and known_changes.json, which tells how each head lay and what changed in it, and what else
/// is known. Throws Error, Cancelled.
void writeDemo(const QString& folder, const std::vector<DemoVisit>& visits, Job& job,
               const QJsonObject& alsoKnown = {});

} // namespace neuraxis::io

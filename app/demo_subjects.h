#pragma once

#include "core/io/demo_participant.h"

namespace neuraxis {

/// Where a visit's FreeSurfer folder lies in the demo's: "freesurfer/DEMO-001_ses-1.long.DEMO-001".
QString demoSubjectPath(const io::DemoVisit& visit);

/// Writes for each visit a FreeSurfer subject folder with surfaces made of the head template, where the visit's scan
/// shows that head, and thickness maps whose values are known; all visits share vertices. Returns what is known, for
/// known_changes.json. Throws io::Error, io::Cancelled.
QJsonObject writeDemoSubjects(const QString& folder, const std::vector<io::DemoVisit>& visits, io::Job& job);

} // namespace neuraxis

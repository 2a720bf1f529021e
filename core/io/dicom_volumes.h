#pragma once

#include "core/io/dicom_frame.h"

namespace neuraxis::io {

/// Slices of one kind from one series: parallel, equal in size, component and echo. One volume, or several in time.
using DicomStack = std::vector<const DicomFrame*>;

/// A stack in order: which frame lies at which position in which volume.
struct OrderedStack {
    std::vector<WorldPoint> positions;                   ///< Ascending along the normal
    std::vector<std::vector<const DicomFrame*>> volumes; ///< Each positions.size() long; null where a slice is missing
    std::vector<Finding> findings;
};

/// The first slice that is there; each volume of an ordered stack has one.
const DicomFrame& firstOf(const std::vector<const DicomFrame*>& volume);

/// What tells a file's image from others where careless software gave all of them one identity: what it is, its number
/// and place. Empty for a file without frames.
QByteArray placeOf(const DicomPart& part);

/// Sorts a stack by position, and slices at the same position, or of volumes that lie apart, into volumes by what tells
/// them apart: the first dimensions that do, ranked by value, and instance numbers where nothing else does.
/// Doubled slices and incomplete volumes are left out and told.
OrderedStack orderStack(const DicomStack& stack);

} // namespace neuraxis::io

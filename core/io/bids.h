#pragma once

#include "core/io/scan.h"

#include <QJsonObject>

namespace neuraxis::io {

/// What BIDS keeps beside an image, under its names and in its units (seconds, degrees, tesla): of every format what
/// the volume's header holds, of DICOM also what its first file says. No name, date or identifier of the participant,
/// the place or the device. Throws Error when the file cannot be read any more.
QJsonObject bidsSidecar(const Found& found);

/// The b-values as FSL and BIDS write them, one line; empty without diffusion weighting.
QByteArray bvalText(const VolumeHeader& header);

/// The directions as FSL and BIDS write them, three lines along the axes of the grid as it is written, the first axis
/// reversed when the grid is right-handed (FSL's diffusion toolbox: FAQ, "What conventions do the bvecs use?").
QByteArray bvecText(const Found& found);

} // namespace neuraxis::io

#pragma once

#include "core/io/dicom_frame.h"
#include "core/io/frame_groups.h"

namespace neuraxis::io {

/// Everything about one frame but its place in the file: geometry, scaling, windows, dimensions, protocol.
DicomFrame readFrame(const FrameGroups& groups);

/// The frame's b-value and direction, by the vendor's rules (domain.md 2.3, 2.4). Needs its geometry. A frame weighted
/// alike in all directions becomes the component "TRACE".
void readDiffusion(const FrameGroups& groups, DicomFrame& frame);

/// What the file says of how it was scanned: into acquisition, readout and what findings are made of.
void readAcquisition(const FrameGroups& groups, DicomImage& image);

/// Effective echo spacing and total readout time in seconds of `lines` reconstructed along the phase-encoding axis,
/// as BIDS defines them. Sources: domain.md 2.3 and 6.15 (Philips, an estimate), GE's rounding of acquired lines.
void workOutReadout(const ReadoutFacts& facts, int lines, Acquisition& acquisition);

/// Milliseconds since midnight of a DICOM time (TM) or the time in a date and time (DT).
std::optional<double> timeOfDayMs(const QByteArray& text, bool withDate);

/// Splits a mosaic, an image of all slices of a volume side by side (Siemens) or in a grid (United Imaging), into its
/// slices. Leaves `frames` alone when the image is none, or does not say how it is laid out.
void splitMosaic(const DicomHeader& header, std::vector<DicomFrame>& frames);

} // namespace neuraxis::io

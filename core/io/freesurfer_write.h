#pragma once

#include "core/model/cortex.h"

namespace neuraxis::io {

// FreeSurfer's binary files of surfaces and what lies on them, big-endian. Each appears whole or not at all.

/// A triangle file in surface RAS (see surface_space.h), with the volume it belongs to in its footer; `geometry.name`
/// is the volume's file, told without its folders. Throws Error without triangles; WriteError.
void writeFreeSurferSurface(const QString& path, const std::vector<SurfacePoint>& tkrRas,
                            const std::vector<Triangle>& triangles, const VolumeHeader& geometry);
/// A curv file, new format. In thickness, area, volume, curv and sulc not a number becomes 0, as the format's readers
/// expect; in other maps 0 is a value like any other, and not a number stays.
void writeFreeSurferCurv(const QString& path, const std::vector<float>& values, std::size_t triangles);
/// The places of regions in a colour table: what their numbers say, without the 1000 or 2000 of a side; else their order.
std::vector<std::int32_t> regionIndices(const std::vector<neuraxis::Label>& regions);
/// An annotation with its colour table, version 2. Vertices of no region (-1) get the value 0. Regions of one colour
/// would be one to every reader: the later ones get a colour that is free, a step beside theirs.
void writeFreeSurferAnnot(const QString& path, const std::vector<neuraxis::Label>& regions,
                          const std::vector<std::int32_t>& regionOf);
/// A label: the vertices that `isIn` marks, with their places in surface RAS and the value 0.
void writeFreeSurferLabel(const QString& path, const std::vector<SurfacePoint>& tkrRas,
                          const std::vector<std::uint8_t>& isIn, const QString& subject);

} // namespace neuraxis::io

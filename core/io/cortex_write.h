#pragma once

#include "core/io/job.h"
#include "core/io/surface_space.h"
#include "core/model/cortex.h"

#include <QStringList>

namespace neuraxis::io {

/// How surfaces and what lies on them are written: by the suffix of a file, ".freesurfer" for files named as FreeSurfer
/// does (lh.white, lh.thickness, lh.aparc.annot). .gii and .tsv are RAS millimetres, .vtp is LPS.
QStringList surfaceSuffixes();
/// The kind that a file's name asks for; "" for none of them.
QString surfaceSuffix(const QString& path);

/// The volume that a surface file was made of: from its footer, or beside it. FreeSurfer's files need one to be written;
/// without any, a volume that is centred on the scanner's zero, so that surface RAS is scanner RAS.
VolumeHeader surfaceGeometry(const QStringList& files);

/// Writes a cortex of one surface, map or parcellation to one file. Throws Error: two hemispheres where the format holds
/// one, nothing that the format holds; WriteError.
void writeCortex(const Cortex& cortex, const QString& path, const VolumeHeader& geometry, Job& job);
/// Writes all of a cortex into a folder, one file for each surface, map, parcellation and table; their paths.
QStringList writeCortexInto(const Cortex& cortex, const QString& folder, const QString& suffix,
                            const VolumeHeader& geometry, Job& job);

/// A table of regions as TSV: "n/a" where something is not known.
void writeRegionTable(const RegionTable& table, const QString& path);
/// A line for each vertex: hemisphere, vertex, place (RAS millimetres), each map, each parcellation's region.
void writeVertexTable(const Cortex& cortex, const QString& path);
/// VTK's XML PolyData: one shape of the hemispheres that there are, maps and region numbers as point data.
void writeVtp(const Cortex& cortex, SurfaceShape shape, const QString& path);

} // namespace neuraxis::io

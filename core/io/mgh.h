#pragma once

#include "core/io/format.h"
#include "core/io/ras_words.h"

namespace neuraxis::io {

// FreeSurfer's MGH and its gzipped form MGZ (layout: nibabel/freesurfer/mghformat.py). No packaged C++ reader exists.

/// How the voxels of an MGH file fill space.
struct MghGrid {
    std::array<int, 3> size{};
    RasWords words;
};
constexpr std::size_t mghGridBytes = 90; ///< Of a file's beginning tell it
MghGrid mghGrid(QByteArrayView firstBytes);

bool isMgh(QByteArrayView firstBytes, const QString& lowerCaseName);
std::shared_ptr<const Part> inspectMgh(const FileHead& head);
/// The format has no slope: scaled volumes are written as float32 values. Throws Error for colour.
void writeMgh(const Volume& volume, const QString& path, Job& job);

} // namespace neuraxis::io

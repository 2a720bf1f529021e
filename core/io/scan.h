#pragma once

#include "core/io/job.h"
#include "core/model/cortex.h"

#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace neuraxis::io {

/// Where a found volume's voxels are and how to get them; made by the format that found it.
class VoxelSource {
  public:
    virtual ~VoxelSource() = default;
    /// The voxels as stored (x fastest, then y, z, volume), header.bytes() of them.
    /// Throws Error when a file is truncated, unreadable or changed since the scan; Cancelled when told to stop.
    [[nodiscard]] virtual std::shared_ptr<const std::byte> read(const VolumeHeader& header, Job& job) const = 0;
    /// The greatest number that the scanner could have stored; nothing where that says nothing of clipping.
    [[nodiscard]] virtual std::optional<double> ceiling(const VolumeHeader&) const { return {}; }
    /// Some slices spread over the volumes, and how they lie in memory: for what can be told from a part.
    /// Nothing where all would have to be read.
    [[nodiscard]] virtual std::optional<std::pair<VolumeHeader, std::shared_ptr<const VoxelSource>>>
    sample(const VolumeHeader&) const {
        return {};
    }
};

/// A volume that can be opened: what its headers say, its files, and the way to its voxels.
struct Found {
    VolumeHeader header;
    QStringList files;
    std::shared_ptr<const VoxelSource> source;
};

/// Where a found cortex's files are and how to read them.
class CortexSource {
  public:
    virtual ~CortexSource() = default;
    /// Throws Error when no surface and nothing that lies on one can be read; what else cannot is in the findings.
    [[nodiscard]] virtual std::shared_ptr<const Cortex> read(Job& job) const = 0;
};

/// A cortex that can be opened: a FreeSurfer subject folder, or surface files that belong together.
struct FoundCortex {
    QString name; ///< As Cortex has it
    QStringList files;
    std::array<std::size_t, 2> vertices{}; ///< By Side; 0 where there is none
    std::vector<Finding> findings;         ///< That can be told without reading it
    std::shared_ptr<const CortexSource> source;
};

/// A file that is not (part of) an image, and why, as one translated sentence.
struct Skipped {
    QString path, reason;
};

/// What a scan found, in the order of the paths given; within a path by study, series number and position in it.
/// A series that lies in several of the paths is one.
struct Scan {
    std::vector<Found> found;
    std::vector<FoundCortex> cortices;
    std::vector<Skipped> skipped;
};

/// Looks at files and folders (downwards; of a DICOMDIR, at the folder it lies in) and reads their headers, on all cores. Nothing is written.
/// A path that is missing, unreadable or no image is in `skipped`; so is a folder without images.
/// `early`, when given, is called from this thread, once, with a first volume as soon as one is complete as far as
/// is known (at the end of its folder, or once files of others follow); the final list may hold it with more slices.
/// Throws Cancelled.
Scan scan(const QStringList& paths, Job& job, const std::function<void(const Found&)>& early = {});

/// Reads a found volume's voxels, on all cores; what they show joins the findings. Throws Error, Cancelled.
std::shared_ptr<const Volume> read(const Found& found, Job& job);

/// Reads a found cortex, both hemispheres side by side. Throws Error, Cancelled.
std::shared_ptr<const Cortex> readCortex(const FoundCortex& found, Job& job);

/// What some slices show of the whole, without reading it. Throws Cancelled; an unreadable file shows nothing.
std::vector<Finding> lookAtVoxels(const Found& found, Job& job);

} // namespace neuraxis::io

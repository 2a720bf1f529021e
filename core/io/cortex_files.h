#pragma once

#include "core/io/surface_part.h"

#include <QSet>

namespace neuraxis::io {

/// The files of one cortex, and how they become one.
class CortexFiles : public CortexSource {
  public:
    QString name, base;
    bool isStandard = false;
    QString subjectFolder; ///< "" for files that lie in none
    std::array<std::size_t, 2> vertices{};
    std::vector<std::shared_ptr<const SurfacePart>> parts;
    std::vector<Finding> findings;

    [[nodiscard]] std::shared_ptr<const Cortex> read(Job& job) const override;
};

/// Puts surface files together to cortices: by subject folder, else by folder, name and number of vertices. `named` are
/// the paths that were asked for by themselves: of these nothing is left out as not needed. The others are what lies in
/// folders that were asked for.
void assembleCortices(const Parts& parts, const QSet<QString>& named, Scan& scan);
/// The same for the table of formats: as if all had been named.
void assembleNamedCortices(const Parts& parts, Scan& scan);

/// What is cortex where no label says so, one for each vertex, 0 for the medial wall. By a parcellation's names (no
/// region: no cortex), or, with less right, by thickness: 0 is none. Empty where it tells nothing.
std::vector<std::uint8_t> cortexByRegions(const RegionData& data);
std::vector<std::uint8_t> cortexByThickness(const QString& map, const std::vector<float>& values);
/// The only region of a label file.
neuraxis::Label labelRegion(const QString& name);
/// Its vertices as that region; nothing when it names one that is not below `vertices`.
std::optional<RegionData> regionOfLabel(const LabelData& label, const QString& name, std::size_t vertices);
/// The warning that vertices of a file have values that its table does not name.
Finding unknownRegions(std::size_t count, const QString& path);
/// Gives a parcellation its regions of one side, numbered as aparc+aseg does where it is aparc.
void putRegions(Parcellation& parcellation, Side side, RegionData data);

} // namespace neuraxis::io

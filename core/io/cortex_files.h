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

} // namespace neuraxis::io

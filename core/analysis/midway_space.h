#pragma once

#include "core/model/world_transform.h"

#include <vector>

namespace neuraxis {

/// What was found of two visits, and how far it is trusted.
struct VisitLink {
    std::size_t first, second;
    WorldTransform secondOfFirst;
    double weight = 1;
};

/// From the space midway between the visits to each: by least squares over all links, on the logarithms, and so that the
/// visits' logarithms sum to nothing. Links that disagree with the rest count less. The links join all visits.
[[nodiscard]] std::vector<WorldTransform> midwaySpace(std::size_t visits, const std::vector<VisitLink>& links,
                                                      const WorldPoint& brainOfFirstVisit, bool rigid);

/// How far a link and the visits' places disagree over a brain about that place of the midway space: root mean square.
[[nodiscard]] double disagreementMm(const VisitLink& link, const std::vector<WorldTransform>& visitOfMidway,
                                    const WorldPoint& brain);

} // namespace neuraxis

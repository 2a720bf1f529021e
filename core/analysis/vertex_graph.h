#pragma once

#include "core/model/cortex.h"

#include <span>

namespace neuraxis {

/// Which vertices of a mesh are joined by an edge.
class VertexGraph {
  public:
    explicit VertexGraph(const Hemisphere& hemisphere);
    /// In ascending order, each once.
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t vertex) const {
        return {neighbours.data() + first[vertex], neighbours.data() + first[vertex + 1]};
    }
    [[nodiscard]] std::size_t vertices() const { return first.size() - 1; }

  private:
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> neighbours;
};

} // namespace neuraxis

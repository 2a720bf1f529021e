#pragma once

#include "core/model/cortex.h"

#include <span>

namespace neuraxis {

/// Which vertices of a mesh are joined by an edge.
class VertexGraph {
  public:
    VertexGraph(std::size_t vertices, const std::vector<Triangle>& triangles);
    explicit VertexGraph(const Hemisphere& hemisphere) : VertexGraph(hemisphere.vertices, hemisphere.triangles) {}
    /// In ascending order, each once.
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t vertex) const {
        return {neighbours.data() + first[vertex], neighbours.data() + first[vertex + 1]};
    }
    [[nodiscard]] std::size_t vertices() const { return first.size() - 1; }

    /// `rounds` times, every value becomes the mean of itself and the mean of its neighbours, of which each must have
    /// one.
    [[nodiscard]] std::vector<float> averaged(std::vector<float> values, int rounds) const;
    [[nodiscard]] std::vector<SurfacePoint> averaged(std::vector<SurfacePoint> values, int rounds) const;

  private:
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> neighbours;
};

} // namespace neuraxis

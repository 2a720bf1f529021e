#include "core/analysis/vertex_graph.h"

#include "core/analysis/surface_vectors.h"

#include <algorithm>

namespace neuraxis {

namespace {

template <class Value> std::vector<Value> averageOf(const VertexGraph& graph, std::vector<Value> values, int rounds) {
    std::vector<Value> next(values.size());
    for (int round = 0; round < rounds; ++round, values.swap(next))
        for (std::uint32_t v = 0; v < values.size(); ++v) {
            const auto neighbours = graph.of(v);
            Value sum{};
            for (const std::uint32_t n : neighbours) sum = sum + values[n];
            next[v] = (values[v] + sum * (1.F / static_cast<float>(neighbours.size()))) * 0.5F;
        }
    return values;
}

} // namespace

VertexGraph::VertexGraph(std::size_t vertices, const std::vector<Triangle>& triangles) : first(vertices + 1, 0) {
    for (const Triangle& t : triangles)
        for (const std::uint32_t v : t) first[v + 1] += 2;
    for (std::size_t v = 0; v < vertices; ++v) first[v + 1] += first[v];
    std::vector<std::uint32_t> all(first.back());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for (const Triangle& t : triangles)
        for (std::size_t corner = 0; corner < 3; ++corner) {
            all[next[t[corner]]++] = t[(corner + 1) % 3];
            all[next[t[corner]]++] = t[(corner + 2) % 3];
        }
    // Most edges are of two triangles
    neighbours.reserve(all.size() / 2);
    for (std::size_t v = 0; v < vertices; ++v) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first[v]),
                   end = all.begin() + static_cast<std::ptrdiff_t>(first[v + 1]);
        std::sort(begin, end);
        first[v] = neighbours.size();
        neighbours.insert(neighbours.end(), begin, std::unique(begin, end));
    }
    first.back() = neighbours.size();
}

std::vector<float> VertexGraph::averaged(std::vector<float> values, int rounds) const {
    return averageOf(*this, std::move(values), rounds);
}

std::vector<SurfacePoint> VertexGraph::averaged(std::vector<SurfacePoint> values, int rounds) const {
    return averageOf(*this, std::move(values), rounds);
}

} // namespace neuraxis

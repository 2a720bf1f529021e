#pragma once

#include "core/model/volume.h"

#include <QtGlobal>
#include <cstdint>

namespace neuraxis {

/// Calls visit with a zero of the C++ type that `type` is stored as: the one place that knows them. Of colour, the
/// type of each of the three parts.
template <class Visit> decltype(auto) withStoredType(StoredType type, Visit&& visit) {
    switch (type) {
    case StoredType::Int8: return visit(std::int8_t());
    case StoredType::Rgb24:
    case StoredType::UInt8: return visit(std::uint8_t());
    case StoredType::Int16: return visit(std::int16_t());
    case StoredType::UInt16: return visit(std::uint16_t());
    case StoredType::Int32: return visit(std::int32_t());
    case StoredType::UInt32: return visit(std::uint32_t());
    case StoredType::Float32: return visit(float());
    case StoredType::Float64: return visit(double());
    }
    Q_UNREACHABLE();
}

/// Number `index` of an array of a stored type; of colour, one part.
inline double storedNumber(StoredType type, const std::byte* numbers, std::size_t index) {
    return withStoredType(
        type, [&](auto zero) { return static_cast<double>(reinterpret_cast<const decltype(zero)*>(numbers)[index]); });
}

} // namespace neuraxis

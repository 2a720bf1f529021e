#include "core/io/array_file.h"

#include "core/io/byte_order.h"

namespace neuraxis::io {

QByteArray ArrayVariable::text(const char* attribute) const {
    const auto found = attributes.find(attribute);
    if (found == attributes.end()) return {};
    const QByteArray& text = found->second.text;
    const qsizetype end = text.indexOf('\0');
    return (end < 0 ? text : text.left(end)).trimmed();
}

std::vector<double> ArrayVariable::numbers(const char* attribute) const {
    const auto found = attributes.find(attribute);
    return found == attributes.end() ? std::vector<double>() : found->second.numbers;
}

std::optional<quint64> ArrayVariable::elements() const {
    quint64 product = 1;
    for (const quint64 n : shape) {
        if (n != 0 && product > (1ULL << 48) / n) return {};
        product *= n;
    }
    return product;
}

double arrayNumber(const ArrayVariable& variable, const std::byte* elements, std::size_t index) {
    const std::byte* at = elements + index * variable.bytes;
    const bool big = variable.bigEndian;
    using Kind = ArrayVariable::Kind;
    const bool isSigned = variable.kind == Kind::Signed;
    if (variable.kind == Kind::Float) {
        if (variable.bytes == 4) return static_cast<double>(loadNumber<float>(at, big));
        return variable.bytes == 8 ? loadNumber<double>(at, big) : 0;
    }
    switch (variable.bytes) {
    case 1: return isSigned ? double(static_cast<std::int8_t>(*at)) : double(static_cast<std::uint8_t>(*at));
    case 2: return isSigned ? double(loadNumber<qint16>(at, big)) : double(loadNumber<quint16>(at, big));
    case 4: return isSigned ? double(loadNumber<qint32>(at, big)) : double(loadNumber<quint32>(at, big));
    case 8: return isSigned ? double(loadNumber<qint64>(at, big)) : double(loadNumber<quint64>(at, big));
    default: return 0;
    }
}

std::vector<double> ArrayFile::numbers(const QByteArray& name, std::size_t most) {
    const ArrayVariable* v = variable(name);
    if (!v || v->kind == ArrayVariable::Kind::Other || v->elements().value_or(most + 1) > most) return {};
    std::size_t bytes = 0;
    const auto elements = read(name, bytes);
    std::vector<double> numbers(bytes / v->bytes);
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = arrayNumber(*v, elements.get(), i);
    return numbers;
}

} // namespace neuraxis::io

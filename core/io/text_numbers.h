#pragma once

#include <QByteArrayView>
#include <charconv>
#include <optional>

namespace neuraxis::io {

/// Numbers in a text, parted by blanks or commas, one after the other.
class TextNumbers {
  public:
    explicit TextNumbers(QByteArrayView text) : at(text.data()), end(text.data() + text.size()) {}

    /// Nothing at the end and where something else than a number stands.
    std::optional<double> next() {
        while (at < end && (static_cast<unsigned char>(*at) <= ' ' || *at == ',')) ++at;
        if (at < end && *at == '+') ++at;
        double number = 0;
        const auto [after, error] = std::from_chars(at, end, number);
        if (after == at) return {};
        at = after;
        // Beyond what a double holds: of no use to anyone, but a number
        return error == std::errc() ? number : 0;
    }
    /// Where it has come to.
    [[nodiscard]] const char* place() const { return at; }

  private:
    const char* at;
    const char* end;
};

} // namespace neuraxis::io

#pragma once

#include <QString>
#include <stdexcept>

namespace neuraxis::io {

/// What went wrong with which file and what can be done, as one translated sentence for the user.
class Error : public std::runtime_error {
  public:
    explicit Error(const QString& sentence) : std::runtime_error(sentence.toStdString()), text(sentence) {}
    [[nodiscard]] const QString& sentence() const { return text; }

  private:
    QString text;
};

/// An Error that concerns the place written to, so that the next file will fail there too.
class WriteError : public Error {
  public:
    using Error::Error;
};

/// Thrown through a job that its owner cancelled; not shown to the user.
class Cancelled : public std::exception {
  public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

} // namespace neuraxis::io

#pragma once

#include <QString>

namespace neuraxis {

/// Makes the program speak `language` ("en", "nl"), or the system's where it is empty and known, else English.
void installTranslation(const QString& language);

} // namespace neuraxis

#pragma once

#include <QString>

namespace neuraxis::study {

/// By which a file is known again elsewhere: its size and the SHA-256 of its first 64 KiB, "1024-5a1f...";
/// of a FreeSurfer subject's folder that of its measures. Empty where there is no such file.
QString fileIdentity(const QString& path);

} // namespace neuraxis::study

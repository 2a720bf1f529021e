#pragma once

#include "tests/all_phantoms.h"

namespace neuraxis::test {

/// The names under which a format's phantoms lie. An input's first byte says which of them the rest is put under.
inline QStringList distinctNames(const QList<FormatPhantom>& phantoms) {
    QStringList names;
    for (const FormatPhantom& p : phantoms)
        if (!names.contains(p.name)) names << p.name;
    return names;
}

/// A format's name as ./dev fuzz takes it: "par-rec".
inline QString folderName(const io::Format& format) {
    return QString(QLatin1String(format.name)).toLower().replace(u'/', u'-').replace(u' ', u'-');
}

} // namespace neuraxis::test

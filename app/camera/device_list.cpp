// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/device_list.h"

namespace watchword::app {

void DeviceList::take(const QList<camera::Device> &listed, bool isBeginning)
{
    m_devices.clear();
    for (const camera::Device &device : listed) {
        if (!m_hasStarted) {
            ++m_mayRepeat[device.name];
        } else if (!m_seen.contains(device.id) && isBeginning && m_mayRepeat.value(device.name) > 0) {
            --m_mayRepeat[device.name];
            m_repeats.insert(device.id);
        }
        m_seen.insert(device.id);
        if (!m_repeats.contains(device.id))
            m_devices.append(device);
    }
    m_hasStarted = true;
}

} // namespace watchword::app

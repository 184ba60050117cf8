import type { Metadata } from 'next'
import { openSubject } from '@/features/subject/open-subject'

export const metadata: Metadata = { title: '目标' }

export default openSubject('target')
